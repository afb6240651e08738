import { expect } from '@jest/globals';
import type { Headers, TestGateway } from './gateway.ts';
import { mutate } from './mutate.ts';

export interface UserError {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export const REFUSAL = `integration { id } changedIntegrations { id }
  errors { __typename code message path ... on IntegrationMissingCredentialError { key } ... on IntegrationPrimaryNotSupportedError { channel } }`;

/** The errors of a mutation that is refused: nothing is stored, nothing else is in the payload. */
export async function refusal(
  gateway: TestGateway,
  caller: Headers,
  name: string,
  input: object,
): Promise<UserError[]> {
  const before = JSON.stringify(gateway.backend.records());
  const payload = await mutate(gateway, caller, name, input, REFUSAL);
  expect(payload.integration).toBeNull();
  expect(payload.changedIntegrations ?? []).toEqual([]);
  expect(JSON.stringify(gateway.backend.records())).toBe(before);
  for (const { __typename, code, message } of payload.errors as UserError[]) {
    const words = code.toLowerCase().replace(/(^|_)(.)/g, (_all, _gap, letter) => letter.toUpperCase());
    expect(__typename).toBe(`Integration${words.replace('Integration', '')}Error`);
    expect(message).toMatch(/^[A-Z][^{}]+\.$/);
  }
  return payload.errors;
}

/** What an entry of `errors` must match. @param path below `input` */
export const error = (code: string, ...path: string[]) => ({ code, path: ['input', ...path] });

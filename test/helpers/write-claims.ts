import { expect } from '@jest/globals';
import type { Fault, FaultEffect } from '../../src/novu-double/faults/faults.ts';
import { DEV, stored } from './demo-data.ts';
import { ACME_PROD, type Answer, callers, type TestGateway } from './gateway.ts';
import { sendMutation } from './mutate.ts';

/** A write, and how to see that it has run. */
export interface Write {
  readonly name: string;
  readonly method: string;
  /** Path template. */
  readonly route: string;
  readonly input: object;
  /** Has it run? Absent: nothing shows it. */
  readonly done?: (gateway: TestGateway) => boolean;
}

/** The mutations that change integrations, none of which touches what another one is judged by: they can run at once. */
export const WRITES: readonly Write[] = [
  {
    name: 'createIntegration',
    method: 'POST',
    route: '/v1/integrations',
    input: { providerId: 'discord', name: 'Spoilt' },
    done: ({ backend }) => backend.records().some(({ name }) => name === 'Spoilt'),
  },
  {
    name: 'updateIntegration',
    method: 'PUT',
    route: '/v1/integrations/{integrationId}',
    input: { id: DEV.slack, name: 'Spoilt too' },
    done: ({ backend }) => stored(backend, DEV.slack).name === 'Spoilt too',
  },
  {
    name: 'setPrimaryIntegration',
    method: 'POST',
    route: '/v1/integrations/{integrationId}/set-primary',
    input: { id: DEV.nodemailer },
    done: ({ backend }) => stored(backend, DEV.nodemailer).primary,
  },
  {
    name: 'deleteIntegration',
    method: 'DELETE',
    route: '/v1/integrations/{integrationId}',
    input: { id: DEV.fcm },
    done: ({ backend }) => stored(backend, DEV.fcm).deleted,
  },
  {
    name: 'autoConfigureIntegration',
    method: 'POST',
    route: '/v1/integrations/{integrationId}/auto-configure',
    input: { id: DEV.mailgun },
    done: ({ backend }) => stored(backend, DEV.mailgun).configurations !== undefined,
  },
  {
    name: 'copyIntegration',
    method: 'POST',
    route: '/v1/integrations',
    input: { id: DEV.twilio, environmentId: ACME_PROD, identifier: 'copied', credentials: 'NONE' },
    done: ({ backend }) => backend.records().some(({ identifier }) => identifier === 'copied'),
  },
  {
    name: 'configureIntegrationWebhook',
    method: 'POST',
    route: '/v1/integrations/{integrationIdentifier}/webhook/configure',
    input: { identifier: 'telegram-bot' },
  },
];

/** Those that need no list before they are sent, and hold no more than one integration. */
export const SIMPLE = WRITES.slice(0, 5);

/** What tells of an unknown outcome. */
export const UNKNOWN =
  'integration { id } errors { code ... on IntegrationOutcomeUnknownError { id identifier query } }';

/** What an answer says of its write. */
export type Claim = 'done' | 'refused' | 'unknown' | `failed: ${string}`;

/** What an answer says of the write. */
export function claimOf({ data, errors }: Answer, name: string): Claim {
  if (errors) return `failed: ${String(errors[0]?.extensions.code)}`;
  const codes: string[] = data[name].errors.map(({ code }: { code: string }) => code);
  if (codes.includes('OUTCOME_UNKNOWN')) return 'unknown';
  return codes.length === 0 ? 'done' : 'refused';
}

/** The fault on every write. */
export const onWrites = (effect: FaultEffect): Fault[] =>
  ['POST', 'PUT', 'DELETE'].map((method) => ({ ...effect, method }));

/** Sends all of them under a fault; each claim is checked against what is stored. */
export async function claims(
  gateway: TestGateway,
  faults: readonly Fault[],
  caller: Readonly<Record<string, string>> = callers.session,
  sent = WRITES,
) {
  gateway.backend.faults.set(faults);
  const answers = await Promise.all(
    sent.map(({ name, input }) =>
      sendMutation(
        gateway,
        caller,
        name,
        input,
        '__typename integration { id } errors { __typename code message path }',
      ),
    ),
  );
  gateway.backend.faults.clear();
  return sent.map(({ name, done }, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error('One answer for each write');
    const claim = claimOf(answer, name);
    expect(answer.text).not.toMatch(
      /Bad Gateway|Service Unavailable|Internal server error, contact|errorId|127\.0\.0\.1|Sign in|ECONN|undici/i,
    );
    if (done && claim === 'done') expect([name, done(gateway)]).toEqual([name, true]);
    if (done && (claim === 'refused' || claim.startsWith('failed'))) {
      expect([name, done(gateway)]).toEqual([name, false]);
    }
    if (claim === 'unknown')
      expect(answer.data[name]).toMatchObject({
        integration: null,
        errors: [{ __typename: 'IntegrationOutcomeUnknownError' }],
      });
    return claim;
  });
}

/** A row that lacks what is needed. */
export const withoutId = (body: unknown) => {
  const { data } = body as { data: object };
  return { data: Array.isArray(data) ? data : { ...data, _id: undefined, id: undefined } };
};

/** The same of each. */
export const all = (claim: Claim): Claim[] => WRITES.map(() => claim);

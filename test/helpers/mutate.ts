import type { Answer, Headers, TestGateway } from './gateway.ts';

export const ROW = 'id identifier name providerId channel kind active primary priority environment { id }';
export const ERRORS = 'errors { __typename code path }';

/** Sends one mutation by name. */
export function sendMutation(
  gateway: TestGateway,
  caller: Headers,
  name: string,
  input: object,
  selection: string,
): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return gateway.ask(caller, `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`, { input });
}

/** As {@link sendMutation}, for its payload. @throws Error where the answer has top-level errors. */
export async function mutate(
  gateway: TestGateway,
  caller: Headers,
  name: string,
  input: object,
  selection = `integration { ${ROW} } ${ERRORS}`,
): Promise<Answer['data']> {
  const { data, errors } = await sendMutation(gateway, caller, name, input, selection);
  if (errors) throw new Error(`${name} failed: ${JSON.stringify(errors)}`);
  return data[name];
}

/** Survives a reload and ends with the tab: it holds tokens. */
const KEPT = 'integrations-gateway:settings';
/** Who asks, and for which environment. */
export const asking = JSON.parse(sessionStorage.getItem(KEPT)) ?? { caller: null, environment: null };
export const remember = () => sessionStorage.setItem(KEPT, JSON.stringify(asking));
export const isSession = () => new Headers(asking.caller?.headers).has('novu-environment-id');

function headersOfCaller() {
  const headers = new Headers({ ...asking.caller?.headers, 'content-type': 'application/json' });
  if (isSession() && asking.environment) headers.set('novu-environment-id', asking.environment);
  return headers;
}

/** Sends an operation. @throws Error with all messages, and with the data that came beside them. */
export async function ask(query, variables = {}) {
  const body = JSON.stringify({ query, variables });
  const response = await fetch('/graphql', { method: 'POST', headers: headersOfCaller(), body }).catch(() => null);
  const answer = await response?.json().catch(() => null);
  if (answer?.data && !answer.errors) return answer.data;
  const errors = answer?.errors ?? [{ message: 'The gateway did not answer. Try again: nothing is done twice.' }];
  const idOf = ({ code, requestId } = {}) => (code ? ` (${code}, request ${requestId})` : '');
  const texts = errors.map(({ message, extensions }) => `${message}${idOf(extensions)}`);
  throw Object.assign(new Error([...new Set(texts)].join(' ')), { data: answer?.data });
}

/** The key of each mutation whose outcome is open: sent again with the same key, it is not done twice. */
const keys = new Map();

/** Sends a mutation and returns its payload. @throws as {@link ask}. */
export async function mutate(name, input) {
  const content = JSON.stringify([name, input, [...headersOfCaller()]]);
  const idempotencyKey = keys.get(content) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
  keys.set(content, idempotencyKey);
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${OUTCOME} } }`;
  const { [name]: payload } = await ask(query, { input: { ...input, idempotencyKey } });
  if (!payload.errors.some(({ code }) => code === 'OUTCOME_UNKNOWN')) keys.delete(content);
  return payload;
}

const OUTCOME = `integration { name }
  errors { code message path ... on IntegrationOutcomeUnknownError { identifier query } }`;
const FORM = `id displayName channel docsUrl credentialsInputField
  credentialFields { key label description input required masked options { label value } defaultValue }`;
export const START = '{ integrationsViewer { environment { id } } integrationEnvironments { id name } }';
export const LIST = `query List($filter: IntegrationFilter, $after: String) {
  integrations(filter: $filter, first: 100, after: $after, orderBy: { field: NAME, direction: ASC }) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id identifier name providerId channel active primary updatedAt provider { displayName supportsPrimary } }
  }
}`;
export const CATALOG = `{ integrationProviders { ${FORM} } }`;
export const EDITED = `query Edited($id: ID!) { integration(by: { id: $id }) {
  id name identifier active updatedAt provider { ${FORM} } credentials { ... on IntegrationProviderCredentials { values } }
} }`;

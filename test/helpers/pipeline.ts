/** Asks for a trace: such a request is answered by Apollo Server's pipeline and graphql-js. */
export const PIPELINE = { 'apollo-federation-include-trace': 'ftv1' };

/** The text of an answer without what differs between two answers to one question: request ids, and the trace. */
export function comparable(text: string): string {
  return text.replace(/"requestId":"[^"]*"/g, '"requestId":""').replace(/,"extensions":\{"ftv1":"[^"]*"\}/, '');
}

/** The head of an answer, of what the gateway says in it. */
export function head(headers: globalThis.Headers | undefined): [string, string][] {
  const others = ['x-request-id', 'date', 'transfer-encoding', 'connection', 'content-length'];
  return [...(headers ?? [])].filter(([name]) => !others.includes(name)).sort();
}

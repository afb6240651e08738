import { callers, type Headers } from './gateway.ts';

/** A request that costs as much as its sender could think of. */
export interface Hostile {
  readonly name: string;
  /** And other headers. */
  readonly caller: Headers;
  readonly body: string;
}

export const KEY = callers.devKey;
export const NOBODY: Headers = {};

export const many = (count: number, part: (n: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, n) => part(n)).join(between);
export const document = (query: string, variables?: object, more: object = {}) =>
  JSON.stringify({ query, variables, ...more });
export const ROW = 'id name identifier providerId channel kind active primary priority deleted createdAt updatedAt';
export const ID = '65b100000000000000000001';

export function row(name: string, caller: Headers, body: string): Hostile {
  return { name, caller, body };
}

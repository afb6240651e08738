import type { JsonObject } from '../../model/json.ts';
import type { Cipher } from '../integrations/cipher.ts';
import type { Generation } from '../integrations/records.ts';
import type { Store } from '../integrations/store.ts';
import type { Caller } from './auth.ts';

/** What every use case needs to know of the server that it runs on. */
export interface ServerState {
  readonly generation: Generation;
  /** Status of set-primary and auto-configure: 201 until September 2026, 200 after (contract §1.1). */
  readonly writeStatus: 200 | 201;
  /** Whether the server has credentials of its own for Novu's demo providers (contract §3.2). */
  readonly demoCredentials: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly cipher: Cipher;
  readonly store: Store;
}

/** One authenticated request on its way into a use case. */
export interface Call {
  readonly world: ServerState;
  readonly caller: Caller;
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/** A named part of the path; the route table guarantees that it is there. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no part named ${name}`);
  return value;
}

/** The server's clock as the API writes times. */
export function timestamp(world: ServerState): string {
  return new Date(world.now()).toISOString();
}

import type { Cipher } from './cipher.ts';
import type { Generation } from './records.ts';
import type { Store } from './store.ts';

/** The state of the server, for every handler. */
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

/** The server's time in the format of the API. */
export function timestamp(state: ServerState): string {
  return new Date(state.now()).toISOString();
}

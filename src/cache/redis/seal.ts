import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { isSameMac, MAC_LENGTH } from '../store/mac.ts';
import type { Slot } from '../store/store.ts';

/**
 * Puts a MAC in front of each entry: HMAC-SHA-256 over organization, scope, generation and the name of the list. Without the
 * secret, an attacker who can write to Redis cannot have another list served, or a list under another key or generation.
 */
export class EntrySeal {
  readonly #key: KeyObject;

  /** The key is derived from `secret` by HKDF, so that it differs from the one that names callers. */
  constructor(secret: string | Buffer) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'integrations gateway: redis entries', 32)));
  }

  /** The body with its MAC in front. */
  seal(slot: Slot, generation: number, body: string): string {
    return this.#mac(slot, generation, body) + body;
  }

  /** The body that {@link seal} was given with the same slot and generation; null for anything else. */
  open(slot: Slot, generation: number, sealed: string): string | null {
    const body = sealed.slice(MAC_LENGTH);
    return isSameMac(sealed.slice(0, MAC_LENGTH), this.#mac(slot, generation, body)) ? body : null;
  }

  /** The name of a list within one organization; several entries may point to it. */
  name(organization: string, body: string): string {
    return createHmac('sha256', this.#key).update(`list of ${organization} `).update(body).digest('base64url');
  }

  /** Did {@link name} give this name to this list of this organization? */
  isNameOf(name: string, organization: string, body: string): boolean {
    return isSameMac(name, this.name(organization, body));
  }

  #mac({ organization, scope }: Slot, generation: number, body: string): string {
    // Neither an organization nor a scope contains a space.
    const place = `${organization} ${scope} ${generation} `;
    return createHmac('sha256', this.#key).update(place).update(body).digest('base64url');
  }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../model/json.ts';

const PREFIX = 'nvsk.';

/** Encryption at rest of contract §2.4: `nvsk.` + hex of the 16-byte iv + `:` + hex of AES-256-CBC. */
export interface Cipher {
  encrypt(text: string): string;
  /** Credentials in clear; values that do not start with `nvsk.` are left as they are. */
  decryptAll(credentials: JsonObject): JsonObject;
}

/** @param key 32 bytes; upstream takes them from an environment variable, here they protect nothing. */
export function createCipher(key = Buffer.from('novu-double-encryption-key-00032')): Cipher {
  // Credentials are replaced whole and never changed, so each object needs to be decrypted once.
  const clear = new WeakMap<JsonObject, JsonObject>();
  return {
    encrypt(text) {
      const iv = randomBytes(16);
      const cipher = createCipheriv('aes-256-cbc', key, iv);
      return `${PREFIX}${iv.toString('hex')}:${cipher.update(text, 'utf8', 'hex')}${cipher.final('hex')}`;
    },
    decryptAll(credentials) {
      const known = clear.get(credentials);
      if (known !== undefined) return known;
      const entries = Object.entries(credentials).map(([name, value]) => [name, decryptValue(key, value)] as const);
      const decrypted: JsonObject = Object.fromEntries(entries);
      clear.set(credentials, decrypted);
      return decrypted;
    },
  };
}

function decryptValue(key: Buffer, value: JsonValue): JsonValue {
  if (typeof value !== 'string' || !value.startsWith(PREFIX)) return value;
  const [iv = '', text = ''] = value.slice(PREFIX.length).split(':');
  const decipher = createDecipheriv('aes-256-cbc', key, Buffer.from(iv, 'hex'));
  return decipher.update(text, 'hex', 'utf8') + decipher.final('utf8');
}

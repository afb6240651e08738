import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../model/json.ts';

const PREFIX = 'nvsk.';
/** 32 bytes. Upstream reads them from its environment; here they protect nothing. */
const KEY = Buffer.from('novu-double-encryption-key-00032');

/** Encryption at rest of contract §2.4: `nvsk.` + hex of the 16-byte iv + `:` + hex of AES-256-CBC. */
export interface Cipher {
  encrypt(text: string): string;
  /** Decrypts credentials; values that do not start with `nvsk.` stay unchanged. */
  decryptAll(credentials: JsonObject): JsonObject;
}

export function createCipher(): Cipher {
  return {
    encrypt(text) {
      const iv = randomBytes(16);
      const cipher = createCipheriv('aes-256-cbc', KEY, iv);
      return `${PREFIX}${iv.toString('hex')}:${cipher.update(text, 'utf8', 'hex')}${cipher.final('hex')}`;
    },
    decryptAll: (credentials) =>
      Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, decryptValue(value)])),
  };
}

function decryptValue(value: JsonValue): JsonValue {
  if (typeof value !== 'string' || !value.startsWith(PREFIX)) return value;
  const [iv = '', text = ''] = value.slice(PREFIX.length).split(':');
  const decipher = createDecipheriv('aes-256-cbc', KEY, Buffer.from(iv, 'hex'));
  return decipher.update(text, 'hex', 'utf8') + decipher.final('utf8');
}

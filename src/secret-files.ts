import { readFileSync } from 'node:fs';
import { UnquotableError } from './setting-values.ts';

/**
 * The value of a secret from the file that `<NAME>_FILE` names, without a final line break; null if there is none.
 * @throws UnquotableError, because the path may be a secret in the wrong variable.
 */
export function fromFile(name: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const path = env[`${name}_FILE`];
  if (!path) return null;
  if (env[name]) throw new UnquotableError(`set once, by ${name} or by ${name}_FILE`);
  const value = readSecret(name, path).replace(/\r?\n$/, '');
  if (value === '') throw new UnquotableError(`in the file of ${name}_FILE, which is empty`);
  return value;
}

function readSecret(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnquotableError(`in the file of ${name}_FILE, which cannot be read: ${code}`);
  }
}

/*
 * How the value of a setting is read from its text. Each function throws an Error whose message completes the sentence
 * "NAME must be …".
 */

/** Thrown for a value that must not appear in the message. */
export class UnquotableError extends Error {}

export function text(value: string): string {
  return value;
}

/** A secret of a minimum length. */
export function secretOf(minCharacters: number): (value: string) => string {
  return (value) => {
    if (value.length < minCharacters) throw new UnquotableError(`at least ${minCharacters} characters long`);
    return value;
  };
}

/** A host name or an IP address. Listening fails for an unusable one. */
export function host(value: string): string {
  if (!/^[\w.:%-]+$/.test(value)) throw new Error('a host name or an IP address');
  return value;
}

/**
 * A value in quotation marks for an error message; null if it might hold a password or a query string, like a URL in a
 * wrong setting.
 */
export function quoted(value: string): string | null {
  const harmless = !/[@?#&=%]/.test(value) && !/:\/\/[^/]*:(?!\d{1,5}(?:[/,\s]|$))/.test(value);
  return harmless ? JSON.stringify(value) : null;
}

/** The message for an invalid value. @param secret hides the value. */
export function faultSentence(name: string, value: string, error: unknown, secret = false): string {
  const shown = secret || error instanceof UnquotableError ? null : quoted(value);
  return `${name} must be ${(error as Error).message}${shown === null ? '' : ` (it is ${shown})`}`;
}

export function url(value: string): URL {
  const parsed = URL.parse(value);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new Error('an http or https URL');
  return parsed;
}

/** A password or a query in this URL would be printed at the start, but never used: callers have their own credentials. */
export function urlWithoutSecrets(value: string): URL {
  const parsed = url(value);
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    throw new UnquotableError('a URL without user, password, query and fragment');
  }
  return parsed;
}

/** Origins as browsers write them. */
export function origins(value: string): readonly string[] {
  return value.split(',').map((part) => {
    const written = part.trim();
    const origin = URL.parse(written)?.origin;
    if (written !== '*' && origin !== written) {
      throw new Error('origins such as https://app.example.com, without a path, separated by commas, or *');
    }
    return written;
  });
}

export function boolean(value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new Error('true or false');
  return value === 'true';
}

export function oneOf<const T extends string>(...values: T[]): (value: string) => T {
  return (value) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw new Error(`one of ${values.join(', ')}`);
    return found;
  };
}

/** Both bounds are allowed. */
export function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max)) throw new Error(`a whole number from ${min} to ${max}`);
    return number;
  };
}

const DURATION_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds. A Node timer takes at most 2^31 - 1. */
export function duration(value: string): number {
  const [, amount = '', unit = ''] = /^(\d+)(ms|s|m|h)$/.exec(value) ?? [];
  const ms = Number(amount) * (DURATION_UNITS[unit] ?? Number.NaN);
  if (!(ms <= 2 ** 31 - 1)) throw new Error('a duration such as 500ms, 10s or 5m');
  return ms;
}

/** A number of calls in a period in milliseconds; at least one call. */
export function rate(value: string): { readonly count: number; readonly perMs: number } {
  const [, amount = '', unit = ''] = /^(\d{1,9})\/(s|m|h)$/.exec(value) ?? [];
  const [count, perMs] = [Number(amount), DURATION_UNITS[unit]];
  if (!(count > 0) || perMs === undefined) throw new Error('a rate such as 50/s or 600/m');
  return { count, perMs };
}

/** Milliseconds; at least one, because 0 means no limit in Node. */
export function timeLimit(value: string): number {
  const ms = duration(value);
  if (ms === 0) throw new Error('a duration longer than 0');
  return ms;
}

const SIZE_UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** Bytes; at least one. */
export function size(value: string): number {
  const [, amount = '', unit = ''] = /^(\d+)(B|KiB|MiB|GiB)$/.exec(value) ?? [];
  const bytes = Number(amount) * (SIZE_UNITS[unit] ?? Number.NaN);
  if (!Number.isSafeInteger(bytes) || bytes === 0) throw new Error('a size such as 256KiB or 64MiB');
  return bytes;
}

/** Names of HTTP headers (RFC 9110 §5.1), separated by commas. */
export function headerNames(value: string): readonly string[] {
  const names = value.split(',').map((part) => part.trim());
  if (!names.every((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && name !== '*')) {
    throw new Error('names of headers, separated by commas');
  }
  return names;
}

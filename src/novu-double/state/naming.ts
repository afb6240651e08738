import { createHash } from 'node:crypto';
import { findProvider } from '../../catalog/catalog.ts';
import type { Generation } from './records.ts';

/** Names that the catalog of 2024 has instead of today's (contract §2.8). */
const NAMES_2024 = new Map([
  ['sendinblue', 'Sendinblue'],
  ['burst-sms', 'BurstSMS'],
  ['generic-sms', 'Generic SMS'],
]);

/** Characters that become words, and on api2026 umlauts that become two letters (contract §3.2, point 4). */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/&/g, ' and '],
  [/\$/g, 'dollar'],
  [/%/g, 'percent'],
  [/æ/gi, 'ae'],
  [/œ/gi, 'oe'],
  [/ß/g, 'ss'],
];
const WORDS_2026: readonly (readonly [RegExp, string])[] = [
  [/ä/gi, 'ae'],
  [/ö/gi, 'oe'],
  [/ü/gi, 'ue'],
  [/['\u2019]/g, ''],
];

/** Name of an integration created without one: the catalog's, else the capitalized provider id. */
export function defaultName(generation: Generation, providerId: string): string {
  const own = generation === 'api2024' ? NAMES_2024.get(providerId) : undefined;
  return own ?? findProvider(providerId)?.displayName ?? providerId.charAt(0).toUpperCase() + providerId.slice(1);
}

/** Identifier of an integration created without one: slug of the name and a short id made from `seed`. */
export function defaultIdentifier(generation: Generation, name: string, seed: string): string {
  const shortId = createHash('sha256').update(seed).digest('base64url').slice(0, 10);
  return `${slugify(generation, name)}-${shortId}`;
}

/** api2026 splits camel case first: `SendGrid` is `send-grid`, and `sendgrid` on api2024 (contract §3.2). */
function slugify(generation: Generation, text: string): string {
  const words = generation === 'api2026' ? [...WORDS, ...WORDS_2026] : WORDS;
  const mapped = words.reduce((mapping, [pattern, word]) => mapping.replace(pattern, word), text);
  const spaced = generation === 'api2026' ? decamelize(mapped) : mapped;
  return spaced
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(generation === 'api2024' ? /[^a-z0-9\s-]+/g : /[^a-z0-9]+/g, generation === 'api2024' ? '' : '-')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '');
}

function decamelize(text: string): string {
  return text
    .replace(/([A-Z]{2,})(\d+)/g, '$1 $2')
    .replace(/([a-z\d]+)([A-Z]{2,})/g, '$1 $2')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-rt-z\d]+)/g, '$1 $2');
}

import { createHash } from 'node:crypto';
import { findProvider } from '../../catalog/catalog.ts';
import type { Generation } from './records.ts';

/** Name of an integration that was created without one: the catalog's, else the provider id with a capital. */
export function defaultName(generation: Generation, providerId: string): string {
  if (generation === 'api2024' && providerId === 'novu') return 'In-App';
  return findProvider(providerId)?.displayName ?? providerId.charAt(0).toUpperCase() + providerId.slice(1);
}

/** Identifier of an integration that was created without one: slug of the name and a short id made from `seed`. */
export function defaultIdentifier(generation: Generation, name: string, seed: string): string {
  const shortId = createHash('sha256').update(seed).digest('base64url').slice(0, 10);
  return `${slugify(generation, name)}-${shortId}`;
}

/** api2026 splits camel case first: `SendGrid` is `send-grid`, and `sendgrid` on api2024 (contract §3.2). */
function slugify(generation: Generation, text: string): string {
  const spaced = generation === 'api2026' ? decamelize(text) : text;
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

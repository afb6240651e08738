import { expect, test } from '@jest/globals';
import { providers } from '../../src/catalog/catalog.ts';
import type { CatalogProvider } from '../../src/catalog/provider.ts';

/** What a form shows of a provider. */
const textsOf = ({ credentialFields }: CatalogProvider): readonly string[] =>
  credentialFields.flatMap(({ label, description, options }) => [
    label,
    ...(description === null ? [] : [description]),
    ...options.map((option) => option.label),
  ]);

/** How a product is called, and under which names its maker has other ones. */
const FAMILIES: readonly (readonly string[])[] = [
  ['anthropic', 'anthropic-aws', 'novu-anthropic'],
  ['azure-sms', 'msteams', 'outlook365'],
  ['brevo-sms', 'sendinblue'],
  ['grafana', 'grafana-on-call'],
  ['infobip-email', 'infobip-sms'],
  ['slack', 'novu-slack'],
];
/** Words that display names have in common with the language, or with each other. */
const COMMON_WORDS = new Set([
  'Business',
  'Call',
  'Chat',
  'Custom',
  'Email',
  'Inbox',
  'Message',
  'Novu',
  'Platform',
  'Push',
  'Tool',
  'Webhook',
  'webhook',
]);

/** Words that only one product is called by: `SendGrid`, `Mobishastra`; not `on`. */
function namesOf({ displayName }: CatalogProvider): readonly string[] {
  const words = displayName.split(/[\s()]+/).filter((word) => word.length > 3 || /^[A-Z]{3}$/.test(word));
  return words.filter((word) => !COMMON_WORDS.has(word) && !/^(formerly|SMS|AWS)$/.test(word));
}

const mentions = (text: string, name: string) =>
  new RegExp(`(?<![\\w-])${name.replace(/[.]/g, '\\.')}(?![\\w-])`).test(text);

test('no provider has two fields of one label', () => {
  const doubled = providers.filter(({ credentialFields }) => {
    const labels = credentialFields.map(({ label }) => label.trim().toLowerCase());
    return new Set(labels).size < labels.length;
  });
  expect(doubled.map(({ id }) => id)).toEqual([]);
});

test('no text of a provider names another one, or an example', () => {
  const wrong = providers.flatMap((provider) => {
    const family = FAMILIES.find((ids) => ids.includes(provider.id)) ?? [provider.id];
    const strangers = providers.filter(({ id }) => !family.includes(id)).flatMap(namesOf);
    const own = new Set(namesOf(provider));
    return textsOf(provider).flatMap((text) => [
      ...strangers.filter((name) => !own.has(name) && mentions(text, name)).map((name) => [provider.id, name, text]),
      ...(/\bexample provider\b|lorem|todo/i.test(text) ? [[provider.id, 'example', text]] : []),
    ]);
  });
  expect(wrong).toEqual([]);
});

test('a text that names its own provider spells it as the catalog does', () => {
  const bare = (text: string) => text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  const wrong = providers.flatMap((provider) =>
    namesOf({ ...provider, displayName: provider.displayName.replace(/\s*\(.*/, '') }).flatMap((name) =>
      textsOf(provider)
        .filter((text) => bare(text).includes(bare(name)) && !text.includes(name))
        .map((text) => [provider.id, name, text]),
    ),
  );
  expect(wrong).toEqual([]);
});

test('every description is a sentence, and says more than its label', () => {
  const fields = providers.flatMap(({ id, credentialFields }) => credentialFields.map((field) => ({ id, ...field })));
  const described = fields.flatMap(({ id, key, label, description }) =>
    description === null ? [] : [{ place: `${id}.${key}`, label, description }],
  );
  expect(described.length).toBeGreaterThan(100);
  expect(described.filter(({ description }) => !/^\S.*[.!?]$/.test(description)).map(({ place }) => place)).toEqual([]);
  expect(described.filter(({ label, description }) => description === `${label}.`).map(({ place }) => place)).toEqual(
    [],
  );
  expect(fields.filter(({ label }) => label.trim() !== label || label.endsWith('.')).map(({ id }) => id)).toEqual([]);
});

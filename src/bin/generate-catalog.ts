import { createRequire } from 'node:module';
import type { CatalogChannel, CatalogField, CatalogProvider, CredentialInputKind } from '../catalog/provider.ts';

/** The part of `@novu/shared` that is read. Node cannot import its ESM build (directory imports), so it is required. */
interface SharedPackage {
  providers: {
    id: string;
    displayName: string;
    channel: string;
    docReference?: string;
    credentials: SharedField[];
  }[];
  /** Keys that Novu encrypts where it stores them. */
  secureCredentials: readonly string[];
  AGENT_RUNTIME_PROVIDERS: { providerId: string; displayName: string; docsUrl?: string; credentials: SharedField[] }[];
}

interface SharedField {
  key: string;
  displayName: string;
  description?: string;
  type: string;
  required: boolean;
  value?: unknown;
  dropdown?: { name: string; value: string | null }[];
}

/** The source text of `src/catalog/providers.generated.ts`. */
export function generateCatalog(): string {
  const shared = createRequire(import.meta.url)('@novu/shared') as SharedPackage;
  const delivery = shared.providers.map(({ id, displayName, channel, docReference, credentials }) =>
    sourceOf({
      ...{ id, displayName, channel: channel.toUpperCase() as CatalogChannel, kind: 'DELIVERY' },
      ...{ docsUrl: withoutTracking(docReference), credentialFields: credentials.map(toField) },
    }),
  );
  const agents = shared.AGENT_RUNTIME_PROVIDERS.map(({ providerId: id, displayName, docsUrl, credentials }) =>
    sourceOf({
      ...{ id, displayName, channel: null, kind: 'AGENT' },
      ...{ docsUrl: withoutTracking(docsUrl), credentialFields: credentials.map(toField) },
    }),
  );
  return [
    '// Generated from @novu/shared by `npm run generate`. Do not edit: our own facts are in overrides.ts.',
    "import type { CatalogProvider } from './provider.ts';",
    '',
    'export const PROVIDERS: readonly CatalogProvider[] = [',
    ...delivery,
    ...agents,
    '];',
    '',
    '/** Keys that Novu encrypts where it stores them, of all providers. */',
    `export const ENCRYPTED_KEYS: ReadonlySet<string> = new Set(${JSON.stringify(shared.secureCredentials)});`,
    '',
  ].join('\n');
}

/** One line for each credential, so that changes of the package are easy to review. */
function sourceOf({ credentialFields, ...provider }: CatalogProvider): string {
  const fields = credentialFields.map((field) => `\n    ${JSON.stringify(field)},`);
  return `  {${JSON.stringify(provider).slice(1, -1)},"credentialFields":[${fields.join('')}]},`;
}

function toField(field: SharedField): CatalogField {
  return {
    key: field.key,
    label: field.displayName,
    description: field.description ?? null,
    input: toInput(field.type),
    required: field.required,
    options: (field.dropdown ?? [])
      .filter((option) => option.value !== null)
      .map((option) => ({ label: option.name, value: String(option.value) })),
    defaultValue: field.value === undefined || field.value === null ? null : String(field.value),
  };
}

function toInput(type: string): CredentialInputKind {
  switch (type) {
    case 'dropdown':
      return 'DROPDOWN';
    case 'switch':
      return 'SWITCH';
    case 'number':
      return 'NUMBER';
    case 'textarea':
      return 'TEXTAREA';
    default:
      return 'TEXT';
  }
}

function withoutTracking(link: string | undefined): string | null {
  if (!link) return null;
  const url = new URL(link);
  url.search = '';
  return url.href;
}

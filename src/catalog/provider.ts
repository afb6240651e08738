export type CatalogChannel = 'IN_APP' | 'EMAIL' | 'SMS' | 'CHAT' | 'PUSH' | 'TOOL';
export type CredentialInputKind = 'TEXT' | 'TEXTAREA' | 'NUMBER' | 'SWITCH' | 'DROPDOWN';

/** One credential that a provider asks for, in the order in which a form shows them. */
export interface CatalogField {
  /** Wire key, e.g. `AppIOBaseUrl`. */
  readonly key: string;
  readonly label: string;
  readonly description: string | null;
  readonly input: CredentialInputKind;
  readonly required: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly defaultValue: string | null;
}

export interface CatalogProvider {
  readonly id: string;
  readonly displayName: string;
  /** Null for agent runtimes. */
  readonly channel: CatalogChannel | null;
  readonly kind: 'DELIVERY' | 'AGENT';
  readonly docsUrl: string | null;
  readonly credentialFields: readonly CatalogField[];
}

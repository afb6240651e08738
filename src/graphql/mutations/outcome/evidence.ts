import { type Integration, type IntegrationDraft, type IntegrationPatch } from '../../../model/integration.ts';
import type { JsonObject } from '../../../model/json.ts';
import { type IntegrationFields, PUBLIC_CONFIGURATIONS } from '../../../model/parts.ts';
import { isEmpty, matchesStored } from '../../../model/stored-values.ts';
import type { Evidence } from './resolve.ts';

/*
 * What a list shows of each kind of write. Why a second PUT, DELETE or set-primary is harmless: PUT sets the fields that it names
 * to the values that it names, an `active` that is stored already moves no priority, and a second set-primary returns the row
 * unchanged (contract §3.4, §3.5). A second DELETE finds nothing. A create or an auto-configuration has effects of its own each
 * time, so neither is sent again.
 */

/** The created row has the draft's identifier, which no row had before. `environmentId` undefined: any that the caller sees. */
export function evidenceOfCreate(
  rows: readonly Integration[],
  draft: IntegrationDraft,
  environmentId: string | undefined,
): Evidence {
  const row = findByIdentifier(rows, draft.identifier, environmentId);
  if (!row) return { kind: 'ABSENT' };
  if (row.providerId !== draft.providerId) return { kind: 'INCONCLUSIVE' };
  const { lost } = compare(draft, row);
  return { kind: 'DONE', row: lost.length > 0 ? { ...row, difference: { lost, kept: [] } } : row };
}

/** The live row of an environment with that identifier. */
export function findByIdentifier(
  rows: readonly Integration[],
  identifier: string | undefined,
  environmentId: string | undefined,
): Integration | undefined {
  return rows.find(
    (row) =>
      !row.deleted &&
      row.identifier === identifier &&
      (environmentId === undefined || row.environmentId === environmentId),
  );
}

/** The row has every value of the patch. */
export function evidenceOfUpdate(rows: readonly Integration[], id: string, patch: IntegrationPatch): Evidence {
  const row = rows.find((one) => one.id === id);
  if (!row) return { kind: 'INCONCLUSIVE' };
  const { lost, kept, unseen } = compare(patch, row);
  if (lost.length + kept.length > 0) return { kind: 'ABSENT' };
  return unseen ? { kind: 'INCONCLUSIVE' } : { kind: 'DONE', row };
}

export function evidenceOfSetPrimary(rows: readonly Integration[], id: string): Evidence {
  const row = rows.find((one) => one.id === id);
  if (!row) return { kind: 'INCONCLUSIVE' };
  return row.primary ? { kind: 'DONE', row } : { kind: 'ABSENT' };
}

/** @param before the row, null where it was not seen: then its absence proves nothing. */
export function evidenceOfDelete(rows: readonly Integration[], id: string, before: Integration | null): Evidence {
  if (rows.some((row) => row.id === id)) return { kind: 'ABSENT' };
  return before ? { kind: 'DONE', row: before } : { kind: 'INCONCLUSIVE' };
}

/**
 * Never absent: the provider may have been set up without Novu having stored it.
 * @param provable it was not set up before.
 */
export function evidenceOfAutoConfigure(rows: readonly Integration[], id: string, provable: boolean): Evidence {
  const row = rows.find((one) => one.id === id);
  return row && provable && reportsEvents(row) ? { kind: 'DONE', row } : { kind: 'INCONCLUSIVE' };
}

export function reportsEvents({ configurations }: Integration): boolean {
  return configurations?.inboundWebhookEnabled === true;
}

/** How a row differs from what a write sent, as `WriteDifference` names it. `unseen`: a part is not shown to this caller. */
interface Comparison {
  readonly lost: readonly string[];
  readonly kept: readonly string[];
  readonly unseen: boolean;
}

/** Fields that are compared as a whole. */
const WHOLE = [
  'name',
  'identifier',
  'environmentId',
  'active',
  'removeNovuBranding',
  'conditions',
  'rules',
] as const satisfies readonly (keyof IntegrationPatch)[];

function compare(fields: IntegrationPatch, row: Integration): Comparison {
  const whole = WHOLE.filter(
    (name) => fields[name] !== undefined && !matchesStored(fields[name], row[name] ?? undefined),
  );
  const parts = [compareCredentials(fields, row), compareConfigurations(fields, row)];
  return {
    lost: [...whole, ...parts.flatMap(({ lost }) => lost)],
    kept: parts.flatMap(({ kept }) => kept),
    unseen: parts.some(({ unseen }) => unseen),
  };
}

const NOTHING: Comparison = { lost: [], kept: [], unseen: false };

function compareCredentials({ credentials }: IntegrationFields, { secrets }: Integration): Comparison {
  if (!credentials) return NOTHING;
  // None shown may mean none stored, or none for this caller's eyes (contract §4.3).
  if (!secrets?.credentials || secrets.incomplete) return { ...NOTHING, unseen: true };
  return compareObjects('credentials', credentials, secrets.credentials);
}

/** What is public is not there where it is not shown. */
const ABSENT: JsonObject = Object.fromEntries(PUBLIC_CONFIGURATIONS.map((key) => [key, null]));

function compareConfigurations({ configurations }: IntegrationFields, row: Integration): Comparison {
  if (!configurations) return NOTHING;
  const { other, ...named } = row.configurations ?? { other: null };
  const key = row.secrets?.inboundWebhookSigningKey;
  const shown: JsonObject = { ...ABSENT, ...other, ...named, ...(key && { inboundWebhookSigningKey: key }) };
  const seen = Object.entries(configurations).filter(([name]) => Object.hasOwn(shown, name));
  const unseen = seen.length < Object.keys(configurations).length;
  return { ...compareObjects('configurations', Object.fromEntries(seen), shown), unseen };
}

function compareObjects(name: string, sent: JsonObject, stored: JsonObject): Comparison {
  const lost = Object.keys(sent).filter((key) => !matchesStored(sent[key], stored[key]));
  const kept = Object.keys(stored).filter((key) => !isEmpty(stored[key]) && !Object.hasOwn(sent, key));
  const path = (key: string) => `${name}.${key}`;
  return { lost: lost.map(path), kept: kept.map(path), unseen: false };
}

import { createIdNormalizer, normalizeId } from '../../model/ids.ts';
import type { CallerEnvironment, Integration, NamedEnvironment } from '../../model/integration.ts';
import { isJsonObject } from '../../model/json.ts';
import { withUnreadable } from '../../model/lists.ts';
import { findDifference } from './difference.ts';
import { asObject, contractError, readList, requireText, unwrap } from './envelope.ts';
import { idOf, readRow } from './rows.ts';
import { nonEmptyText, readBoolean } from './values.ts';

/**
 * All rows of a list that can be shown, including those marked as deleted; the first of rows with the same id. `unreadableIn`
 * tells how many could not be read.
 * @param secrets whether to read credentials and the signing key; the caller of this function has checked the right to them.
 * @throws UpstreamContractError if it is not a list, or only part of one.
 */
export function readIntegrations(body: unknown, secrets: boolean): Integration[] {
  const steps = readInSteps(body, secrets);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Rows that are read in one step, which takes some tenths of a millisecond. */
const STEP_ROWS = 200;

/** Is it a list that takes milliseconds to parse? */
export function isLong(body: unknown): boolean {
  const list = unwrap(body);
  return Array.isArray(list) && list.length > LONG_ROWS;
}

const LONG_ROWS = 500;

/** As {@link readIntegrations}, some rows at a time. */
export function* readInSteps(body: unknown, secrets: boolean): Generator<undefined, Integration[]> {
  const byId = new Map<string, Integration>();
  const normalize = createIdNormalizer();
  let unreadable = 0;
  for (const [index, value] of readList(body).entries()) {
    const row = readRow(value, secrets, normalize);
    if (row === null) unreadable += 1;
    else if (!byId.has(row.id)) byId.set(row.id, row);
    if ((index + 1) % STEP_ROWS === 0) yield;
  }
  return withUnreadable([...byId.values()], unreadable);
}

/**
 * The integration in the answer to a create, with how it differs from what was sent.
 * @throws UpstreamContractError if there is none that can be shown, or it has another provider, so it is not the new one.
 */
export function readCreated(body: unknown, sent: { readonly providerId: string }, secrets: boolean): Integration {
  const row = readRow(unwrap(body), secrets);
  if (row?.providerId !== sent.providerId) throw contractError('the new integration');
  return withDifference(row, unwrap(body), secrets, sent);
}

function withDifference(integration: Integration, row: unknown, secrets: boolean, sent: object | null): Integration {
  if (sent === null || !isJsonObject(row)) return integration;
  // Only answers to callers that may not see credentials lack stored ones (contract §4.3).
  const difference = findDifference(sent, row, !secrets);
  return difference.lost.length + difference.kept.length > 0 ? { ...integration, difference } : integration;
}

/**
 * The integration in the answer to a write to a known one, with how it differs from what was sent. Null if there is no content
 * (204), or the integration cannot be shown: the write is done, and its result can be read from the list.
 * @param sent the body of the write; null where it had none.
 * @throws UpstreamContractError for anything else, including another integration: it does not tell what happened to this one.
 */
export function readKnownIntegration(
  body: unknown,
  id: string,
  secrets: boolean,
  sent: object | null,
): Integration | null {
  const content = unwrap(body);
  if (content === undefined) return null;
  if (!isJsonObject(content) || idOf(content) !== normalizeId(id)) throw contractError('the integration');
  const row = readRow(content, secrets);
  return row && withDifference(row, content, secrets, sent);
}

/** @throws UpstreamContractError where `_id` or `_organizationId` is missing. */
export function readCallerEnvironment(body: unknown): CallerEnvironment {
  const row = asObject(unwrap(body));
  const environmentId = idOf(row);
  if (environmentId === null) throw contractError('the field `_id`');
  return { environmentId, organizationId: normalizeId(requireText(row, '_organizationId')) };
}

/**
 * Ids and names; an environment without a name is called by its id. One without an id is omitted and counted, like an
 * integration. The API keys in the answer are not read (contract §1.2).
 */
export function readEnvironments(body: unknown): NamedEnvironment[] {
  const rows = readList(body).map(readEnvironment);
  const readable = rows.filter((row) => row !== null);
  return withUnreadable(readable, rows.length - readable.length);
}

function readEnvironment(row: unknown): NamedEnvironment | null {
  const id = isJsonObject(row) ? idOf(row) : null;
  return isJsonObject(row) && id !== null ? { id, name: nonEmptyText(row.name) ?? id } : null;
}

/** The answer to a webhook status (contract §3.8); null where it is not a boolean. */
export function readWebhookStatus(body: unknown): boolean | null {
  return readBoolean(unwrap(body));
}

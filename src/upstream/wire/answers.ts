import { eachOnce, normalId } from '../../model/ids.ts';
import type { CallerEnvironment, Integration, NamedEnvironment } from '../../model/integration.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { withUnreadable } from '../../model/unreadable.ts';
import { findDifference } from './difference.ts';
import { asObject, contractError, readList, requireText, unwrap } from './envelope.ts';
import { idOf, readRow } from './rows.ts';
import { filledText, readBoolean } from './values.ts';

/**
 * Every row of a list that can be shown, including those that are marked as deleted; of rows with the same id the first.
 * How many could not be read goes with the list (`unreadableIn`).
 * @param secrets copy credentials and signing key; the caller of this function has checked the right to them.
 * @throws UpstreamContractError where it is not a list, or only a part of one.
 */
export function readIntegrations(body: unknown, secrets: boolean): Integration[] {
  const steps = readInSteps(body, secrets);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Rows that are read in one step: some tenths of a millisecond. */
const STEP_ROWS = 200;

/** Is it a list that takes milliseconds to read? */
export function isLong(body: unknown): boolean {
  const list = unwrap(body);
  return Array.isArray(list) && list.length > LONG_ROWS;
}

const LONG_ROWS = 500;

/** As {@link readIntegrations}, some rows at a time. */
export function* readInSteps(body: unknown, secrets: boolean): Generator<undefined, Integration[]> {
  const byId = new Map<string, Integration>();
  const once = eachOnce();
  let unreadable = 0;
  for (const [index, value] of readList(body).entries()) {
    const row = readRow(value, secrets, once);
    if (row === null) unreadable += 1;
    else if (!byId.has(row.id)) byId.set(row.id, row);
    if ((index + 1) % STEP_ROWS === 0) yield;
  }
  return withUnreadable([...byId.values()], unreadable);
}

/**
 * The integration in the answer to a write, with how it differs from what was sent.
 * @param sent the body of the write; null where it had none.
 * @throws UpstreamContractError where there is none that can be shown.
 */
export function readIntegration(body: unknown, secrets: boolean, sent: object | null = null): Integration {
  const row = withDifference(readRow(unwrap(body), secrets), unwrap(body), secrets, sent);
  if (row === null) throw contractError('a field of the integration');
  return row;
}

function withDifference(
  integration: Integration | null,
  row: unknown,
  secrets: boolean,
  sent: object | null,
): Integration | null {
  if (integration === null || sent === null || !isJsonObject(row)) return integration;
  // Only a caller that may not see credentials is answered without those that are stored (contract §4.3).
  const difference = findDifference(sent, row, !secrets);
  return difference.lost.length + difference.kept.length > 0 ? { ...integration, difference } : integration;
}

/**
 * As {@link readIntegration}, for a write to a known integration: null where there is no content (204), or this integration but
 * cannot be shown. The write is done then, and what it made can be read from the list.
 */
export function readKnownIntegration(
  body: unknown,
  id: string,
  secrets: boolean,
  sent: object | null,
): Integration | null {
  const content = unwrap(body);
  const isDone = content === undefined || (isJsonObject(content) && idOf(content) === normalId(id));
  if (!isDone) return readIntegration(body, secrets, sent);
  return withDifference(readRow(content, secrets), content, secrets, sent);
}

/** @throws UpstreamContractError where `_id` or `_organizationId` is missing. */
export function readCallerEnvironment(body: unknown): CallerEnvironment {
  const row = asObject(unwrap(body));
  return { environmentId: readId(row), organizationId: normalId(requireText(row, '_organizationId')) };
}

/**
 * Ids and names; an environment without a name is called by its id. One without an id is left out and counted, as integrations
 * are. The API keys that upstream sends along are not read (contract §1.2).
 */
export function readEnvironments(body: unknown): NamedEnvironment[] {
  const rows = readList(body).map(readEnvironment);
  const readable = rows.filter((row) => row !== null);
  return withUnreadable(readable, rows.length - readable.length);
}

function readEnvironment(row: unknown): NamedEnvironment | null {
  const id = isJsonObject(row) ? idOf(row) : null;
  return isJsonObject(row) && id !== null ? { id, name: filledText(row.name) ?? id } : null;
}

/** The answer to a webhook status (contract §3.8); null where it is not a boolean. */
export function readWebhookStatus(body: unknown): boolean | null {
  return readBoolean(unwrap(body));
}

function readId(row: JsonObject): string {
  const id = idOf(row);
  if (id === null) throw contractError('the field `_id`');
  return id;
}

import type { IntegrationRecord } from '../state/records.ts';
import type { Store } from '../state/store.ts';

/**
 * The rank of integrations in a channel (contract §3.5). The rules are upstream's, with their oddities: activation never
 * elects a primary, and a primary that loses its rank has no successor. `at`: the time that siblings are touched at, changed or
 * not.
 */

/** True for email and sms, the only channels with a primary. */
export function supportsPrimary({ channel }: IntegrationRecord): boolean {
  return channel === 'email' || channel === 'sms';
}

/** Places a new active integration, before it is added: under an active primary, else as the primary on top. */
export function placeCreated(store: Store, at: string, record: IntegrationRecord): void {
  if (!record.active || !supportsPrimary(record)) return;
  const top = ranked(store, record)[0];
  if (top?.primary) {
    placeBelow(top, at, record);
  } else {
    record.primary = true;
    record.priority = (top?.priority ?? 0) + 1;
  }
}

/** Places an integration that was just made active: under an active primary, else on top, though never as the primary. */
export function placeActivated(store: Store, at: string, record: IntegrationRecord): void {
  if (!supportsPrimary(record)) return;
  const top = ranked(store, record).find((other) => other !== record);
  if (top?.primary) {
    placeBelow(top, at, record);
  } else {
    record.priority = (top?.priority ?? 0) + 1;
  }
}

/** Takes out an integration that was just made inactive; the others close ranks. */
export function placeDeactivated(store: Store, at: string, record: IntegrationRecord): void {
  if (!supportsPrimary(record)) return;
  record.primary = false;
  record.priority = 0;
  renumber(store, at, record);
}

/** Makes the target the one primary of its channel; former primaries stay active. */
export function elect(store: Store, at: string, target: IntegrationRecord): void {
  for (const record of ranked(store, target)) record.primary = false;
  target.active = true;
  target.primary = true;
  target.conditions = [];
  renumber(store, at, target, target);
}

/** Numbers the active integrations of the channel n to 1 in their present order, with `first` in front. */
export function renumber(store: Store, at: string, scope: IntegrationRecord, first?: IntegrationRecord): void {
  const others = ranked(store, scope).filter((record) => record !== first);
  const order = first === undefined ? others : [first, ...others];
  for (const [index, record] of order.entries()) {
    record.priority = order.length - index;
    record.updatedAt = at;
  }
}

function placeBelow(top: IntegrationRecord, at: string, record: IntegrationRecord): void {
  record.priority = top.priority;
  top.priority += 1;
  top.updatedAt = at;
}

/** Active integrations of the same organization, environment and channel, highest priority first. */
function ranked(store: Store, { _organizationId, _environmentId, channel }: IntegrationRecord): IntegrationRecord[] {
  return store
    .list(_organizationId, _environmentId)
    .filter((record) => record.active && record.channel === channel)
    .sort((a, b) => b.priority - a.priority);
}

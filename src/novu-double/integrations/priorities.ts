import type { IntegrationRecord } from '../state/records.ts';
import type { Store } from '../state/store.ts';

/**
 * The rank of integrations in a channel (contract §3.5). The rules are upstream's, including their quirks: activation
 * never elects a primary, and a primary that loses its rank has no successor. `at`: the new `updatedAt` of all
 * siblings, changed or not.
 */

/** True for email and sms, the only channels with a primary. */
export function supportsPrimary({ channel }: IntegrationRecord): boolean {
  return channel === 'email' || channel === 'sms';
}

/** Ranks a new active integration before it is added: below an active primary, else first and as the primary. */
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

/** Ranks an integration that was just activated: below an active primary, else first, but never as the primary. */
export function placeActivated(store: Store, at: string, record: IntegrationRecord): void {
  if (!supportsPrimary(record)) return;
  const top = ranked(store, record).find((other) => other !== record);
  if (top?.primary) {
    placeBelow(top, at, record);
  } else {
    record.priority = (top?.priority ?? 0) + 1;
  }
}

/** Removes the rank of an integration that was just deactivated; the others move up. */
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

/** Numbers the active integrations of the channel from n to 1 in their current order, with `first` in front. */
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

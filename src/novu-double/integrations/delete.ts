import { type Call, param, requireCastableEnvironment, requireEnvironment } from '../state/call.ts';
import { timestamp } from '../state/server-state.ts';
import { remainingItem } from './present.ts';
import { renumber, supportsPrimary } from './priorities.ts';
import { requireEntity, requireOwnRecord } from './scope.ts';

/**
 * DELETE /v1/integrations/{integrationId}: a soft delete. Answers with the remaining integrations of the caller's
 * environment (contract §3.6).
 */
export function deleteIntegration(call: Call): object[] {
  const { state, caller } = call;
  requireEnvironment(call);
  const record = requireEntity(call, param(call, 'integrationId'));
  requireOwnRecord(call, record, 'delete');
  record.deleted = true;
  record.deletedAt = timestamp(state);
  if (record.active && supportsPrimary(record)) renumber(state.store, timestamp(state), record);
  // After the deletion: api2024 deletes, and then fails to list (contract §3.7).
  requireCastableEnvironment(call);
  return state.store.list(caller.organizationId, caller.environmentId).map((left) => remainingItem(call, left));
}

import { requireEnvironment } from '../server/auth.ts';
import { type Call, param, timestamp } from '../server/state.ts';
import { remainingItem } from './present.ts';
import { renumber, supportsPrimary } from './priorities.ts';
import { requireEntity, requireOwnRecord } from './scope.ts';

/** DELETE /v1/integrations/{integrationId}: a soft delete; answers what the caller's environment has left (contract §3.6). */
export function deleteIntegration(call: Call): object[] {
  const { world, caller } = call;
  requireEnvironment(call);
  const record = requireEntity(call, param(call, 'integrationId'));
  requireOwnRecord(call, record, 'delete');
  record.deleted = true;
  record.deletedAt = timestamp(world);
  if (record.active && supportsPrimary(record)) renumber(world.store, record);
  return world.store.list(caller.organizationId, caller.environmentId).map((left) => remainingItem(call, left));
}

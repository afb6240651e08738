import { type Call, param, requireEnvironment } from '../state/call.ts';
import { badRequest, notFound } from '../state/errors.ts';
import { timestamp } from '../state/server-state.ts';
import { writeAnswer } from './present.ts';
import { elect, supportsPrimary } from './priorities.ts';
import { findOwned, requireMongoId, requireOwnRecord } from './scope.ts';

/** POST /v1/integrations/{integrationId}/set-primary, in the integration's own environment (contract §3.4). */
export function setPrimary(call: Call): object {
  const id = param(call, 'integrationId');
  requireEnvironment(call);
  requireMongoId(id);
  const record = findOwned(call, id);
  if (record === undefined) throw notFound(`Integration with id ${id} not found`);
  requireOwnRecord(call, record, 'set as primary');
  if (!supportsPrimary(record)) throw badRequest(`Channel ${record.channel} does not support primary`);
  if (!record.primary) {
    elect(call.state.store, timestamp(call.state), record);
    record.updatedAt = timestamp(call.state);
  }
  return writeAnswer(call, record);
}

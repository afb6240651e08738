import type { CallerContext } from '../context.ts';
import { readStored } from './credentials/stored.ts';
import { UserErrors, userError } from './user-errors.ts';

/**
 * Checks `ifUpdatedAt` on a fresh read, under the lease: no other gateway changes the integration between the check and the write.
 * @throws UserErrors with the integration as it is, where it was changed since, or does not say when.
 */
async function assertUnchanged(
  caller: CallerContext,
  { id, ifUpdatedAt }: { readonly id: string; readonly ifUpdatedAt?: Date | null },
): Promise<void> {
  if (!ifUpdatedAt) return;
  const stored = await readStored(caller, id);
  // Upstream says why.
  if (!stored) return;
  const { updatedAt } = stored.row;
  if (updatedAt !== null && Date.parse(updatedAt) === ifUpdatedAt.getTime()) return;
  throw new UserErrors(userError('CHANGED_MEANWHILE', ['ifUpdatedAt'], { current: stored.row }));
}

/** The check for a write that may be sent twice: its own first run is no change of another. */
export function createUnchangedCheck(...input: Parameters<typeof assertUnchanged>): () => Promise<void> {
  let isChecked = false;
  return async () => {
    if (!isChecked) await assertUnchanged(...input);
    isChecked = true;
  };
}

import type { WriteGroup } from '../../../model/coordination.ts';
import type { CallerContext } from '../../context.ts';

const groups = new WeakMap<CallerContext, WriteGroup>();

/** The fence around this operation's writes, where there is one. */
export function groupOf(caller: CallerContext): WriteGroup | undefined {
  return groups.get(caller);
}

export function setGroup(caller: CallerContext, group: WriteGroup): void {
  groups.set(caller, group);
}

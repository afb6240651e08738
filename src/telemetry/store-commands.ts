import type { CacheEvent } from './channels.ts';

/** Was a command sent to the store? Decisions of the cache come on the same channel. */
export function isStoreCommand({ command, fault }: CacheEvent): boolean {
  return command !== 'keep' && command !== 'write.unfenced' && fault !== 'WriteUnderWay';
}

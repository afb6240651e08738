import type { CacheEvent } from './channels.ts';

/** Was a command sent to the store? The channel also carries decisions of the cache. */
export function isStoreCommand({ command, fault }: CacheEvent): boolean {
  return command !== 'keep' && command !== 'write.unfenced' && fault !== 'WriteUnderWay';
}

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeEach } from '@jest/globals';

/** What this process publishes on a channel, in each test. */
export function collectEvents<Event>(channel: { readonly name: string | symbol }): () => readonly Event[] {
  let events: Event[] = [];
  const listen = (event: unknown) => events.push(event as Event);
  subscribe(channel.name, listen);
  beforeEach(() => {
    events = [];
  });
  afterAll(() => {
    unsubscribe(channel.name, listen);
  });
  return () => events;
}

import { type Channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Subscriptions that end together. */
export class Subscriptions {
  readonly #ends: (() => void)[] = [];

  /** @param listen must not throw: Node would end the process. */
  on<Event>({ name }: Channel, listen: (event: Event) => void): void {
    const listener = listen as (event: unknown) => void;
    subscribe(name, listener);
    this.#ends.push(() => unsubscribe(name, listener));
  }

  end(): void {
    for (const end of this.#ends.splice(0)) end();
  }
}

/**
 * Things that enter and leave often, in no order. No `Set` or `Map`, which would keep what has left: see CONTRIBUTING. In its array the
 * last one takes the place of one that leaves.
 */
export class Bag<T> {
  readonly #places: Place<T>[] = [];

  get size(): number {
    return this.#places.length;
  }

  /** Returns what takes it out again, once. */
  add(thing: T): () => void {
    const place: Place<T> = { thing, index: this.#places.length };
    this.#places.push(place);
    return () => this.#leave(place);
  }

  /** Those that are in it now: what leaves or enters meanwhile changes nothing. */
  things(): T[] {
    return this.#places.map(({ thing }) => thing);
  }

  #leave(place: Place<T>): void {
    const { index } = place;
    if (index === LEFT) return;
    place.index = LEFT;
    const last = this.#places.pop();
    if (!last || last === place) return;
    last.index = index;
    this.#places[index] = last;
  }
}

interface Place<T> {
  readonly thing: T;
  index: number;
}

const LEFT = -1;

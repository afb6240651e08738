/** Counts by name. */
export class Figures {
  readonly #counts = new Map<string, number>();

  add(name: string, count = 1): void {
    this.#counts.set(name, this.of(name) + count);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** Of names that begin so, without that beginning; highest first. */
  under(prefix: string): [string, number][] {
    return [...this.#counts]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, count]): [string, number] => [name.slice(prefix.length), count])
      .sort(([, a], [, b]) => b - a);
  }
}

/** Slope of the line through points by least squares; NaN for fewer than two. */
export function slopeOf(points: readonly (readonly [number, number])[]): number {
  const count = points.length;
  const [meanX, meanY] = [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / count);
  let [over, under] = [0, 0];
  for (const [x, y] of points) {
    over += (x - (meanX ?? 0)) * (y - (meanY ?? 0));
    under += (x - (meanX ?? 0)) ** 2;
  }
  return over / under;
}

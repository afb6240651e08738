/** Types for the part of this package that is used. It has none of its own. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string>> });
    /**
     * Those of `available` that the header `accept-encoding` accepts, best first, and in the order of `preferred` where
     * their weights are equal.
     */
    encodings<const T extends string>(available: readonly T[], options: { readonly preferred: readonly T[] }): T[];
    /** The one of `available` that the header `accept` prefers; undefined: none is acceptable. */
    mediaType<const T extends string>(available: readonly T[]): T | undefined;
  }
}

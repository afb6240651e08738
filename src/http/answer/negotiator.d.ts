/** The part that is used of a package without types of its own. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string>> });
    /** The one of `available` that the header `accept` prefers; undefined: none is acceptable. */
    mediaType<const T extends string>(available: readonly T[]): T | undefined;
  }
}

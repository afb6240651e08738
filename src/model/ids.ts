/**
 * The one spelling of an id. Novu's ids are Mongo ObjectIds, which it compares as such: upper-case and lower-case digits mean
 * the same (contract §1). What is not an ObjectId is opaque and stays as it is.
 */
export function normalId(id: string): string {
  return isObjectId(id) ? id.toLowerCase() : id;
}

/** Has it the form of an id of Novu? Then it is no text that a client made up. By hand: rows have three, and a regular expression takes twice as long. */
export function isObjectId(id: string): boolean {
  if (id.length !== 24) return false;
  for (let at = 0; at < 24; at += 1) {
    const code = id.charCodeAt(at);
    // A digit, or a letter from a to f in either case.
    if (!((code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 102))) return false;
  }
  return true;
}

/**
 * Makes a {@link normalId} that gives one text for equal ids: rows of a list repeat the ids of their organization and environments,
 * and would keep as many copies. To be used for one list.
 */
export function normalIdsOnce(): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    let normal = known.get(id);
    if (normal === undefined) {
      normal = normalId(id);
      // In another spelling it may be there.
      normal = known.get(normal) ?? normal;
      known.set(normal, normal).set(id, normal);
    }
    return normal;
  };
}

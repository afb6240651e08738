/**
 * The one spelling of an id. Novu's ids are Mongo ObjectIds, for which upper and lower case are equal (contract §1).
 * Anything else is opaque and stays unchanged.
 */
export function normalizeId(id: string): string {
  return isObjectId(id) ? id.toLowerCase() : id;
}

/** Does it have the form of an id of Novu? Without a regular expression, which takes twice as long: each row has three ids. */
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
 * Makes a {@link normalizeId} that returns the same string for equal ids: rows repeat the ids of their organization and
 * environments, and would keep as many copies. Use one for each list.
 */
export function createIdNormalizer(): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    let normal = known.get(id);
    if (normal === undefined) {
      normal = normalizeId(id);
      // It may be known in another spelling.
      normal = known.get(normal) ?? normal;
      known.set(normal, normal).set(id, normal);
    }
    return normal;
  };
}

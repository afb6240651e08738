/**
 * The one spelling of an id. Novu's ids are Mongo ObjectIds, which it compares as such: upper-case and lower-case digits mean
 * the same (contract §1). What is not an ObjectId is opaque and stays as it is.
 */
export function normalId(id: string): string {
  return isObjectId(id) ? id.toLowerCase() : id;
}

/** Has it the form of an id of Novu? Then it is no text that a client made up. */
export function isObjectId(id: string): boolean {
  return /^[0-9a-f]{24}$/i.test(id);
}

/**
 * Makes a function that gives the first of equal texts in place of each: rows of a list repeat the ids of their organization and
 * environments, and would keep as many copies. To be used for one list.
 */
export function eachOnce(): (text: string) => string {
  const firsts = new Map<string, string>();
  return (text) => {
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, text);
    return first ?? text;
  };
}

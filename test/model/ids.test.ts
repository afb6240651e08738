import { describe, expect, test } from '@jest/globals';
import { createIdNormalizer, isObjectId, normalizeId } from '../../src/model/ids.ts';

const ID = '0123456789abcdefabcdef99';

describe('an id of Novu', () => {
  test.each([ID, ID.toUpperCase(), `${ID.slice(0, 12)}${ID.slice(12).toUpperCase()}`])('%s', (id) => {
    expect([isObjectId(id), normalizeId(id)]).toEqual([true, ID]);
  });

  // The neighbours of digits and letters, and characters that have the code of one in their lower bits.
  test.each(['/', ':', '@', 'G', '`', 'g', '\u0301', '\u0130', '\u0161', '\uff11', ' '])(
    'has no %j in it',
    (character) => {
      for (const at of [0, 12, 23]) {
        const text = `${ID.slice(0, at)}${character}`.padEnd(24, '0').slice(0, 24);
        expect([text.length, isObjectId(text), normalizeId(text)]).toEqual([24, false, text]);
      }
    },
  );

  test.each(['', ID.slice(1), `${ID}0`, `${ID}\n`, ID + ID])('is not %j', (text) => {
    expect(isObjectId(text)).toBe(false);
    expect(normalizeId(text)).toBe(text);
  });
});

test('equal ids of a list become one text, in whatever spelling they come first', () => {
  const normal = createIdNormalizer();
  for (const id of [ID.toUpperCase(), ID, ID.toUpperCase(), 'Own', 'own']) expect(normal(id)).toBe(normalizeId(id));
});

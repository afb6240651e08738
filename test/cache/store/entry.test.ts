import { describe, expect, test } from '@jest/globals';
import { decodeList, encodeList } from '../../../src/cache/store/entry.ts';
import type { Integration } from '../../../src/model/integration.ts';
import { unreadableIn, withUnreadable } from '../../../src/model/lists.ts';
import { integration } from '../support/fake-upstream.ts';
import { sampleList } from '../support/sample.ts';

const all = Array.from({ length: 40 }, (_, index) => integration(index, 'org', `name ${index} ü🙂`));

describe('an encoded list', () => {
  test.each([[0], [1], [2], [40]])('of %i is decoded to the same', (length) => {
    const list = all.slice(0, length);
    expect(decodeList(encodeList(list))).toEqual(list);
  });

  test.each([[0], [3]])('keeps that %i rows of it could not be read', (unreadable) => {
    const list = withUnreadable(all.slice(0, 4), unreadable);
    const decoded = decodeList(encodeList(list));
    expect(decoded).toEqual(list);
    expect(unreadableIn(decoded ?? [])).toBe(unreadable);
  });

  test('of integrations that differ in one field only is decoded to the same', () => {
    const base = integration(0, 'org', 'name');
    const variants: Partial<Integration>[] = [
      {},
      { channel: 'UNKNOWN' },
      { kind: 'UNKNOWN' },
      { deleted: true, deletedAt: '2024-05-25T14:00:00.000Z', deletedBy: 'somebody' },
      { connected: false, provisioning: { status: 'ready', startedAt: '2026-05-25T14:00:00.000Z', completedAt: null } },
      { configurations: { inboundWebhookEnabled: null, payloadSchema: '{"a":1}', other: null } },
      { configurations: { inboundWebhookEnabled: false, payloadSchema: null, other: {} } },
      { conditions: [{ isNegated: null, type: null, value: null, children: [] }] },
      { rules: {} },
      { rules: null },
      { removeNovuBranding: false },
      { createdAt: null },
      { priority: -1 },
    ];
    for (const variant of variants) {
      const list = [base, { ...base, ...variant }];
      expect(decodeList(encodeList(list))).toEqual(list);
      expect(decodeList(encodeList(list.toReversed()))).toEqual(list.toReversed());
    }
  });

  test('holds nothing that the allow-list does not name, at any depth', () => {
    const base = integration(0, 'org', 'name', true);
    const leaky = {
      ...base,
      secrets: { credentials: { apiKey: 'SECRET' }, incomplete: false, inboundWebhookSigningKey: 'SECRET' },
      credentials: { apiKey: 'SECRET' },
      configurations: {
        inboundWebhookEnabled: true,
        payloadSchema: null,
        other: null,
        inboundWebhookSigningKey: 'SECRET',
      },
      conditions: [
        {
          isNegated: false,
          type: 'a',
          value: 'b',
          children: [{ field: 'a', value: 'b', operator: 'c', on: 'd', x: 'SECRET' }],
          x: 'SECRET',
        },
      ],
    };
    const body = encodeList([leaky, leaky]);
    expect(body).not.toContain('SECRET');
    const [decoded] = decodeList(body) ?? [];
    expect(decoded).toBeDefined();
    expect(JSON.stringify(decoded)).not.toContain('SECRET');
  });

  test('names no caller: equal lists are packed to equal texts', () => {
    expect(encodeList(structuredClone(all))).toBe(encodeList(all));
  });

  test('is nothing in another version', () => {
    const body = encodeList(all);
    expect(body.startsWith('[4,')).toBe(true);
    expect(decodeList(body.replace('[4,', '[3,'))).toBeNull();
  });

  test('is nothing when damaged', () => {
    const body = encodeList(all);
    const damaged = ['', 'null', '{}', '[]', '[4]', '[4,0]', '[4,0,1,[]]', '[4,0,2,[["a"]]]'];
    for (const one of damaged) expect(decodeList(one)).toBeNull();
    for (let cut = 0; cut < body.length; cut += 97) expect(decodeList(body.slice(0, cut))).toBeNull();
    expect(decodeList(body.replace('"org"', '7'))).toBeNull();
    expect(decodeList(body.replace('"sendgrid-3"', 'null'))).toBeNull();
  });
});

test('an integration takes at most 350 bytes in an entry of 200', () => {
  const body = encodeList(sampleList(200));
  expect(decodeList(body)).toEqual(sampleList(200));
  expect(Buffer.byteLength(body) / 200).toBeLessThan(350);
});

import { describe, expect, test } from '@jest/globals';
import { apiKey, email, expectRefusal, idOf, integration, startWith, V1 } from './support.ts';

const CONDITION = {
  isNegated: false,
  type: 'GROUP',
  value: 'AND',
  children: [{ field: 'plan', value: 'free', operator: 'EQUAL', on: 'payload' }],
};

describe('contract §8, rules on api2026', () => {
  const RULES = { '==': [{ var: 'tenant.identifier' }, 'acme'] };

  test('41. PUT rules on the primary demotes it and clears its conditions', async () => {
    const backend = await startWith([
      email('P', { active: true, primary: true, priority: 5, conditions: [CONDITION] }),
    ]);
    const updated = integration(await apiKey(backend).put(`${V1}/${idOf('P')}`, { rules: RULES }), 200);
    expect(updated).toMatchObject({ primary: false, active: true, priority: 1, conditions: [], rules: RULES });
  });

  test.each([null, {}])('§2.7: PUT rules %j clears them', async (rules) => {
    const backend = await startWith([email('P', { rules: RULES, active: true, primary: true, priority: 1 })]);
    const updated = integration(await apiKey(backend).put(`${V1}/${idOf('P')}`, { rules }), 200);
    expect(updated).toMatchObject({ rules: null, primary: true });
  });

  test('§2.7: rules that are not JSONLogic are refused with all issues', async () => {
    const backend = await startWith([email('P')]);
    const reply = await apiKey(backend).put(`${V1}/${idOf('P')}`, { rules: { and: [{ '~': 1 }, { a: 1, b: 2 }] } });
    expectRefusal(reply, 'api2026', 400, 'Unknown operator: ~; A rule must have exactly one operator');
  });
});

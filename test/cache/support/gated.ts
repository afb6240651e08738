import type { Call } from '../../../src/model/integration.ts';
import { FakeUpstream } from './fake-upstream.ts';

/** Holds back answers of one kind of call until opened. */
export function gated(of: FakeUpstream, kind: string, seen: (call: Call) => void = () => {}) {
  const gate = { waiting: 0, open: () => {}, fail: (_: Error) => {} };
  const held = new Promise<void>((resolve, reject) => {
    gate.open = resolve;
    gate.fail = reject;
  });
  held.catch(() => {});
  of.after = async (what, call) => {
    if (what !== kind) return;
    seen(call);
    gate.waiting += 1;
    await held;
  };
  return gate;
}

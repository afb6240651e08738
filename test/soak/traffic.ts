import { setTimeout as sleep } from 'node:timers/promises';
import type { Figures } from './figures.ts';
import { ask, type Fleet, type Instance } from './fleet.ts';
import type { Model, Read } from './model/model.ts';
import type { Phase } from './model/register.ts';
import { type MutationAnswer, type Outcome, outcomeOf } from './operations/outcome.ts';
import { type Data, drawRead, type ReadOperation, seenRow } from './operations/reads.ts';
import { type Change, drawWrites } from './operations/writes.ts';
import type { Random } from './random.ts';
import { type SoakCaller, secretsIn, TOKEN_MARK } from './world.ts';

/** Mean wait of a caller between two operations: it bounds the load. */
const PAUSE_MS = 500;
const WRITE_SHARE = 0.25;
const KEYED_SHARE = 0.6;
/** Of operations that succeeded with a key, how many are sent again. */
const REPEATED_SHARE = 0.15;
const MOST_ATTEMPTS = 5;
/** An answer is checked when all that was under way has ended, and what the logs say of the cache has arrived. */
const CHECK_AFTER_MS = 2_000;

/** The callers, and what becomes of their operations. */
export class Traffic {
  readonly #model: Model;
  readonly #fleet: Fleet;
  readonly #figures: Figures;
  readonly #random: Random;
  readonly #unchecked: Read[] = [];
  readonly #keys = Math.floor(performance.timeOrigin);
  #serial = 0;
  #stopped = false;

  constructor(model: Model, fleet: Fleet, figures: Figures, random: Random) {
    this.#model = model;
    this.#fleet = fleet;
    this.#figures = figures;
    this.#random = random;
  }

  /** Runs until {@link stop}. Resolves when the last operation of the caller has ended. */
  async run(caller: SoakCaller): Promise<void> {
    while (!this.#stopped) {
      await sleep(PAUSE_MS * 2 * this.#random.next());
      // Readers without rights try it as well, to be refused.
      const writes = this.#random.chance(caller.mayWrite ? WRITE_SHARE : WRITE_SHARE / 10);
      await (writes ? this.#write(caller) : this.#read(caller));
      this.#checkDue();
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Checks what is left. */
  finish(): void {
    this.#checkDue(Number.POSITIVE_INFINITY);
  }

  #checkDue(now = performance.now()): void {
    while (this.#unchecked[0] && this.#unchecked[0].end < now - CHECK_AFTER_MS) {
      const read = this.#unchecked.shift();
      if (read) this.#model.check(read);
    }
  }

  async #read(caller: SoakCaller): Promise<void> {
    const operation = drawRead(this.#model, caller, this.#random);
    // A token that no caller has: nothing may come of it.
    const isStranger = this.#random.chance(0.02);
    const strange = { authorization: `${caller.scheme} CANARYTOKEN-stranger` };
    const headers = { ...caller.headers, ...operation.headers, ...(isStranger && strange) };
    const body = JSON.stringify({ query: operation.query, variables: operation.variables });
    let instance: Instance | undefined;
    for (let left = 2; left > 0; left -= 1) {
      const start = performance.now();
      instance = await this.#place(instance);
      const text = await this.#send(instance, headers, body);
      if (text === null) continue;
      this.#figures.add('reads');
      if (isStranger) return this.#checkStranger(caller, text);
      return this.#noteRead(operation, { caller, by: instance.name, start, end: performance.now() }, text);
    }
  }

  #checkStranger({ name }: SoakCaller, text: string): void {
    if (/"identifier"|"totalCount"/.test(text))
      this.#model.report('foreign', `A stranger with ${name}'s scheme: ${text}`);
  }

  #noteRead(operation: ReadOperation, at: Pick<Read, 'caller' | 'by' | 'start' | 'end'>, text: string): void {
    this.#checkText(at.caller, text);
    const { data, errors } = parse(text) ?? {};
    const cache = /"status":"STALE"/.test(text) ? 'stale' : null;
    if (cache) this.#figures.add('stale answers');
    for (const code of codesOf(errors)) this.#figures.add(`code ${code}`);
    if (errors || !data) return;
    const { what, way, shows, rowsOf } = operation;
    try {
      const rows = rowsOf(data as Data).flatMap((row) => (row ? [seenRow(row)] : []));
      this.#unchecked.push({ what: cache ? `${what} (stale)` : what, way, shows, rows, ...at });
      this.#figures.add('checked answers');
    } catch (error) {
      this.#model.report('foreign', `${what} of ${at.caller.name}: ${String(error)}: ${text.slice(0, 500)}`);
    }
  }

  async #write(caller: SoakCaller): Promise<void> {
    const changes = drawWrites({ model: this.#model, caller, random: this.#random, now: performance.now() });
    if (changes.length === 0) return;
    this.#serial += 1;
    const key = this.#random.chance(KEYED_SHARE) ? `soak-${this.#keys}-${this.#serial}` : null;
    const headers = { ...caller.headers, ...(key && { 'idempotency-key': key }) };
    const run = new MutationRun(changes, this.#model);
    let instance: Instance | undefined;
    for (let attempt = 1; attempt <= (key ? MOST_ATTEMPTS : 1); attempt += 1) {
      instance = await this.#place(instance);
      const text = await this.#send(instance, headers, bodyOf(changes));
      if (text !== null) this.#checkText(caller, text);
      for (const code of run.note(text === null ? null : (parse(text) as MutationAnswer | null), instance.name)) {
        this.#figures.add(`code ${code}`);
      }
      if (run.isDecided && !(attempt === 1 && this.#random.chance(REPEATED_SHARE))) break;
      await sleep(200 + 600 * this.#random.next());
    }
    const phases = run.end(performance.now());
    // What is so already is told as done to all who may see it, such as a primary that is one.
    const made = changes.some(({ name }, index) => name !== null && phases[index] === 'done');
    if (!caller.mayWrite && made) this.#model.report('foreign', `${caller.name} may not write`);
    for (const [index, phase] of phases.entries()) this.#figures.add(`${changes[index]?.field ?? ''} ${phase}`);
    for (const phase of phases) this.#figures.add(`writes ${phase}`);
  }

  /** A copy that is ready; waits for one. */
  async #place(other?: Instance): Promise<Instance> {
    for (;;) {
      const instance = this.#fleet.pick(other);
      if (instance) return instance;
      await sleep(50);
    }
  }

  /** Null: no answer came, since the copy was killed. */
  async #send(instance: Instance, headers: Readonly<Record<string, string>>, body: string): Promise<string | null> {
    this.#figures.add('requests');
    try {
      const { text } = await ask(instance, '/graphql', headers, body);
      return text;
    } catch (error) {
      const isExpected = instance.phase === 'killed';
      this.#figures.add(isExpected ? 'cut off by a kill' : 'failed without a kill');
      if (!isExpected) this.#figures.add(`failure ${instance.name} (${instance.phase}): ${String(error)}`);
      return null;
    }
  }

  #checkText(caller: SoakCaller, text: string): void {
    if (TOKEN_MARK.test(text)) this.#model.report('secret', `${caller.name} was shown a token`);
    const strange = secretsIn(text).find((organization) => !caller.organization.endsWith(organization));
    if (strange) this.#model.report('foreign', `${caller.name} was shown a credential of ${strange}`);
    if (!caller.seesSecrets && secretsIn(text).length > 0) {
      this.#model.report('secret', `${caller.name} was shown a credential`);
    }
  }
}

/** The attempts at the changes of one operation, and what is known of each. */
class MutationRun {
  readonly #changes: readonly Change[];
  readonly #model: Model;
  readonly #phases: Phase[];
  readonly #ids: (string | null)[];
  #attempts = 0;
  #by: string | null = null;

  constructor(changes: readonly Change[], model: Model) {
    this.#changes = changes;
    this.#model = model;
    this.#phases = changes.map(() => 'open');
    this.#ids = changes.map(() => null);
  }

  get isDecided(): boolean {
    return this.#phases.every((phase) => phase === 'done' || phase === 'void');
  }

  /** Takes in one answer. Returns the codes of its errors. */
  note(answer: MutationAnswer | null, by: string): string[] {
    this.#attempts += 1;
    this.#by = this.#attempts === 1 ? by : null;
    return this.#changes.flatMap((change, index) => {
      const outcome = outcomeOf(answer, `m${index}`, change);
      this.#phases[index] = merged(this.#phases[index] ?? 'open', outcome.told);
      const status = answer?.extensions?.idempotency?.find(({ path }) => path[0] === `m${index}`)?.status;
      const told = [by, `m${index}`, outcome.told, status, ...outcome.codes].filter((part) => part !== undefined);
      for (const write of change.writes) write.attempts.push(told.join(' '));
      if (outcome.told === 'done') this.#checkDone(change, index, outcome);
      return [...outcome.codes];
    });
  }

  /** Ends the writes of all changes. */
  end(now: number): Exclude<Phase, 'open'>[] {
    return this.#changes.map((change, index) => {
      const phase = this.#phases[index] ?? 'open';
      const ended = phase === 'open' ? 'unknown' : phase;
      this.#model.close(change.writes, ended, this.#by, now);
      const [write] = change.writes;
      if (ended === 'done' && change.base && write && this.#attempts === 1) {
        this.#model.checkUnchanged(change.base.row, change.base.name, write);
      }
      return ended;
    });
  }

  #checkDone(change: Change, index: number, { payload }: Outcome): void {
    const { id = null, name } = payload?.integration ?? {};
    change.learn(id);
    const before = this.#ids[index] ?? null;
    if (before !== null && id !== null && before !== id) {
      this.#model.report('doubled', `${change.field} with one key made ${before} and ${id}`);
    }
    this.#ids[index] = id ?? before;
    if (this.#attempts === 1 && change.name !== null && name !== undefined && name !== change.name) {
      this.#model.report('false success', `${change.field} to ${change.name} answered ${name}`);
    }
  }
}

/** What is known of a mutation after one more answer. That it ran is certain; that it did not is, where no other attempt may have. */
function merged(before: Phase, told: Outcome['told']): Phase {
  if (before === 'done' || told === 'done') return 'done';
  if (told === 'busy') return before === 'open' ? 'unknown' : before;
  return before === 'unknown' || told === 'unknown' ? 'unknown' : 'void';
}

function bodyOf(changes: readonly Change[]): string {
  const types = changes.map(
    ({ field }, index) => `$i${index}: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`,
  );
  const fields = changes.map(
    ({ field, selection }, index) => `m${index}: ${field}(input: $i${index}) { ${selection} }`,
  );
  const variables = Object.fromEntries(changes.map(({ input }, index) => [`i${index}`, input]));
  return JSON.stringify({ query: `mutation Change(${types.join(', ')}) { ${fields.join(' ')} }`, variables });
}

interface Parsed {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function parse(text: string): Parsed | null {
  try {
    return JSON.parse(text) as Parsed;
  } catch {
    return null;
  }
}

function codesOf(errors: Parsed['errors'] = []): string[] {
  return errors.map(({ extensions }) => extensions?.code ?? 'none');
}

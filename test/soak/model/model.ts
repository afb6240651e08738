import { type Channel, type SoakCaller, secretOf, type World } from '../world.ts';
import { historyOf } from './history.ts';
import { ANY, close, type Look, type Phase, Register, type Verdict, type Write } from './register.ts';

/** Milliseconds that the gateways are configured with. */
export interface Times {
  readonly memoryTtl: number;
  /** For how long a write that the shared cache did not hear of may be missed (cache protocol §5). */
  readonly unfenced: number;
}

/** One integration, as the soak knows it by its writes. */
export interface Row {
  /** Names it: the identifier is `w` and this. */
  readonly key: number;
  readonly organization: string;
  readonly environment: string;
  readonly channel: Channel;
  readonly providerId: string;
  /** Null until an answer has told it. */
  id: string | null;
  readonly exists: Register;
  name: Register;
  /** Of the credential that the soak reads. */
  secret: Register;
  webhook: Register;
  /** As it was last seen, for `ifUpdatedAt`. */
  last: { readonly updatedAt: string; readonly name: string } | null;
}

/** A row in an answer. */
export interface SeenRow {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly organization: string;
  readonly environment: string;
  readonly channel: string | null;
  readonly primary: boolean;
  readonly updatedAt: string | null;
  readonly webhook: boolean;
  /** Undefined: not asked for, or not shown. */
  readonly secret: string | undefined;
}

export interface Read {
  readonly what: string;
  readonly caller: SoakCaller;
  /** The process that answered, by name. */
  readonly by: string;
  readonly start: number;
  readonly end: number;
  /** `upstream`: past the cache. `final`: of Novu itself, when all is over. */
  readonly way: 'cache' | 'upstream' | 'final';
  readonly rows: readonly SeenRow[];
  /** Rows that would be in the answer if they exist; null: a row that is not there tells nothing. */
  readonly shows: ((row: Row) => boolean) | null;
}

export type ViolationKind = 'foreign' | 'secret' | 'stale' | 'lost' | 'doubled' | 'false success' | 'false failure';

export interface Violation {
  readonly kind: ViolationKind;
  readonly text: string;
  readonly history: readonly string[];
}

const YES = 'yes';
const NO = 'no';

/** What the callers have written, and what they may therefore be shown. */
export class Model {
  readonly violations: Violation[] = [];
  readonly rows = new Map<number, Row>();
  /** By environment: which of its SMS integrations is primary. */
  readonly #primaries = new Map<string, Register>();
  readonly #times: Times;
  /** Times at which the shared cache was not in reach of all processes. */
  readonly #disturbances: { from: number; to: number }[] = [];
  #lastKey: number;
  checkedRows = 0;
  lateRows = 0;
  latestMs = 0;

  constructor(world: Pick<World, 'rows' | 'environments'>, times: Times) {
    this.#times = times;
    for (const first of world.rows) {
      const organization = world.environments.get(first.environment) ?? '';
      const row = this.#add({ ...first, organization }, YES, first.name, first.secret ?? ANY);
      row.id = first.id;
      if (first.channel === 'SMS' && first.primary) this.#primaries.set(first.environment, new Register(first.id));
    }
    this.#lastKey = Math.max(0, ...this.rows.keys());
  }

  /** A row that is about to be created. Its registers begin with it. */
  newRow(row: Pick<Row, 'organization' | 'environment' | 'channel' | 'providerId'> & { firstName?: string }): Row {
    this.#lastKey += 1;
    const key = this.#lastKey;
    const name = `w${key}`;
    const secret = row.providerId === 'sendgrid' && !row.firstName ? secretOf(row.organization, name) : ANY;
    return this.#add({ ...row, key }, NO, row.firstName ?? name, secret);
  }

  primaryOf(environment: string): Register | undefined {
    return this.#primaries.get(environment);
  }

  disturbed(from: number, to: number): { from: number; to: number } {
    const disturbance = { from, to };
    this.#disturbances.push(disturbance);
    return disturbance;
  }

  isDisturbed(from: number, to: number): boolean {
    return this.#disturbances.some((one) => one.from <= to && one.to >= from);
  }

  /** Part of a time in which {@link isDisturbed}. */
  disturbedShare(from: number, to: number): number {
    const steps = Math.ceil((to - from) / 1_000);
    const hits = Array.from({ length: steps }, (_, step) => this.isDisturbed(from + step * 1_000, from + step * 1_000));
    return hits.filter((hit) => hit).length / steps;
  }

  /** Ends the writes of one mutation. */
  close(writes: readonly Write[], phase: Exclude<Phase, 'open'>, by: string | null, now: number): void {
    for (const write of writes) {
      if (close(write, phase, by, now))
        this.report('false failure', `${write.label} said that it did not run`, [], write);
    }
  }

  /** Holds an answer against all that was written. To be called when what was under way then has ended. */
  check(read: Read): void {
    const seen = new Set<Row>();
    for (const row of read.rows) {
      const known = this.#rowOf(row, read);
      if (!known) continue;
      seen.add(known);
      this.#checkRow(known, row, read);
    }
    this.#checkPrimaries(read);
    if (!read.shows) return;
    for (const row of this.rows.values()) {
      if (seen.has(row) || !isVisible(row, read.caller) || !read.shows(row)) continue;
      this.#judge(row, 'exists', row.exists, NO, read);
    }
  }

  /** What a mutation was conditional on must not have been replaced by a write that ended before it. */
  checkUnchanged(row: Row, base: string, write: Write): void {
    if (this.isDisturbed(write.from - 1_000, write.to)) return;
    if (!row.name.isReplaced(base, write)) return;
    this.report('lost', `${write.label} replaced a change that came after its ifUpdatedAt`, [row.name]);
  }

  report(kind: ViolationKind, text: string, registers: readonly Register[] = [], write?: Write): void {
    this.violations.push({ kind, text, history: historyOf(registers, write) });
  }

  #add(
    row: Omit<Row, 'id' | 'exists' | 'name' | 'secret' | 'webhook' | 'last'>,
    exists: string,
    name: string,
    secret: string,
  ): Row {
    const { key, organization, environment, channel, providerId } = row;
    const added: Row = {
      ...{ key, organization, environment, channel, providerId, id: null, last: null },
      exists: new Register(exists),
      name: new Register(name),
      secret: new Register(secret),
      webhook: new Register(NO),
    };
    this.rows.set(key, added);
    return added;
  }

  #rowOf(row: SeenRow, read: Read): Row | null {
    const known = this.rows.get(keyOf(row.identifier) ?? -1);
    const isOwn = row.organization === read.caller.organization;
    if (!known || !isOwn || !isVisible(known, read.caller) || known.environment !== row.environment) {
      this.report('foreign', `${describe(read)} was shown ${row.identifier} of ${row.organization}/${row.environment}`);
      return null;
    }
    known.id ??= row.id;
    if (known.id !== row.id) this.#noteSecond(known, row.id, read);
    if (row.updatedAt) known.last = { updatedAt: row.updatedAt, name: row.name };
    return known;
  }

  #noteSecond(known: Row, id: string, read: Read): void {
    const both = read.rows.filter(({ identifier }) => keyOf(identifier) === known.key).length > 1;
    if (both || !mayBeMadeAgain(known)) {
      this.report('doubled', `w${known.key} is ${known.id} and ${id}`, [known.exists]);
      return;
    }
    // Another row from now on, though an older answer may still show the first one: its values tell nothing.
    Object.assign(known, { id, name: new Register(ANY), secret: new Register(ANY), webhook: new Register(ANY) });
  }

  #checkRow(known: Row, row: SeenRow, read: Read): void {
    this.checkedRows += 1;
    this.#judge(known, 'exists', known.exists, YES, read);
    this.#judge(known, 'name', known.name, row.name, read);
    this.#judge(known, 'webhook', known.webhook, row.webhook ? YES : NO, read);
    if (row.secret === undefined) return;
    if (!read.caller.seesSecrets)
      this.report('secret', `${describe(read)} was shown a credential of ${row.identifier}`);
    this.#judge(known, 'secret', known.secret, row.secret, read);
  }

  /** At most one of each channel and environment; of SMS, the one that was set. */
  #checkPrimaries(read: Read): void {
    // Entities that were asked for twice are one.
    const rows = new Map(read.rows.map((row) => [row.id, row]));
    const primaries = [...rows.values()].filter(({ primary }) => primary);
    const places = primaries.map(({ environment, channel }) => `${environment} ${channel}`);
    const twice = places.find((place, index) => places.indexOf(place) !== index);
    if (twice) this.report('stale', `${describe(read)} was shown two primaries of ${twice}`);
    for (const { environment, channel, id, identifier } of primaries) {
      const register = channel === 'SMS' && this.#primaries.get(environment);
      const row = this.rows.get(keyOf(identifier) ?? -1);
      if (register && row) this.#judge(row, 'primary', register, id, read);
    }
  }

  #judge(row: Row, field: string, register: Register, observed: string, read: Read): void {
    const look: Look = { start: read.start, end: read.end, boundMs: (write) => this.#boundMs(write, read) };
    const verdict = register.judge(observed, look);
    if (verdict.kind === 'fine') {
      this.#noteLate(verdict);
      return;
    }
    const what = `${describe(read)} was shown ${field} ${observed} of w${row.key}`;
    const [kind, why] = kindOf(verdict, field, read);
    this.report(kind, `${what}: ${why}`, [register]);
  }

  #noteLate({ lateMs }: { lateMs: number }): void {
    if (lateMs === 0) return;
    this.lateRows += 1;
    this.latestMs = Math.max(this.latestMs, lateMs);
  }

  /** How long a read may miss a write (README.md). */
  #boundMs(write: Write, read: Read): number {
    if (read.way === 'final') return 0;
    const disturbed = this.isDisturbed(write.from - 1_000, read.start);
    // Reads that wait at the same moment share a call, for as long where no store tells them apart.
    if (read.way === 'upstream') return disturbed ? this.#times.memoryTtl : 0;
    if (write.by === read.by) return 0;
    return disturbed ? this.#times.unfenced : this.#times.memoryTtl;
  }
}

/**
 * A create of unknown outcome that is repeated with its key after another caller has deleted its row makes it again: no list shows that
 * it was there.
 */
export function mayBeMadeAgain({ exists }: Row): boolean {
  const isRepeated = exists.writes.some(({ attempts }) => attempts.some((attempt) => attempt.includes(' unknown')));
  return isRepeated && exists.writes.some(({ value, phase, from }) => value === NO && phase !== 'void' && from > 0);
}

/** The row that an identifier names, whether the client or the gateway has chosen it. */
export function keyOf(identifier: string): number | null {
  const [, key] = /^w(\d+)(?:-[0-9a-z]{12})?$/.exec(identifier) ?? [];
  return key === undefined ? null : Number(key);
}

/** An API key sees its own environment, a session the whole organization. */
export function isVisible(row: Pick<Row, 'organization' | 'environment'>, caller: SoakCaller): boolean {
  if (row.organization !== caller.organization) return false;
  return caller.scheme === 'Bearer' || row.environment === caller.environment;
}

function describe({ what, caller, by, start, end }: Read): string {
  return `${what} of ${caller.name} at ${by}, ${start.toFixed(0)} to ${end.toFixed(0)} ms,`;
}

function kindOf(verdict: Exclude<Verdict, { kind: 'fine' }>, field: string, { way }: Read): [ViolationKind, string] {
  switch (verdict.kind) {
    case 'stale':
      return [way === 'final' ? 'lost' : 'stale', `${verdict.newer.label} had been acknowledged`];
    case 'undone':
      return ['false failure', `${verdict.write.label} had said that it did not run`];
    case 'invented':
      return field === 'exists' ? ['lost', 'it was never deleted'] : ['foreign', 'it was never written there'];
  }
}

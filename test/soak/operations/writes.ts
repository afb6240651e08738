import { isVisible, type Model, type Row } from '../model/model.ts';
import { ANY, type Write } from '../model/register.ts';
import type { Random } from '../random.ts';
import { credentialsOf, type SoakCaller, secretOf } from '../world.ts';
import { ROW } from './reads.ts';

/** One mutation of an operation. */
export interface Change {
  /** Field of the mutation. */
  readonly field: string;
  readonly input: object;
  readonly selection: string;
  /** What it sets if it runs. Empty: nothing that a list shows. */
  readonly writes: readonly Write[];
  /** What the integration in the answer must be called; null: nothing is expected. */
  readonly name: string | null;
  /** Learns from an answer without errors. @param id of the integration in it. */
  readonly learn: (id: string | null) => void;
  /** Of an update that was conditional: the row, and the name that it was based on. */
  readonly base: { readonly row: Row; readonly name: string } | null;
  /** Did it do what it was to do? An auto-configuration can say no without an error. */
  readonly succeeded: (payload: { readonly success?: boolean }) => boolean;
}

type Maker = (draw: Draw) => Change | null;

/** What a change is drawn from. */
export interface Draw {
  readonly model: Model;
  readonly caller: SoakCaller;
  readonly random: Random;
  readonly now: number;
}

const INTEGRATION = `integration { ${ROW} } errors { code path }`;
const NOTHING = { writes: [], name: null, learn: () => undefined, base: null, succeeded: () => true } as const;
/** Rows of an organization, so that a list fits a page. */
const MOST_ROWS = 80;

let serial = 0;

/** A text that no other write has. */
function unique(row: Row): string {
  serial += 1;
  return `w${row.key}v${serial}`;
}

const create: Maker = ({ model, caller, random, now }) => {
  if (liveRows(model, caller.organization).length >= MOST_ROWS) return null;
  const providerId = random.pick(['sendgrid', 'discord'] as const);
  const environment = environmentFor(model, caller, random);
  const channel = providerId === 'sendgrid' ? 'EMAIL' : 'CHAT';
  const row = model.newRow({ organization: caller.organization, environment, channel, providerId });
  const secret = secretOf(row.organization, `w${row.key}`);
  return {
    ...NOTHING,
    field: 'createIntegration',
    input: {
      name: `w${row.key}`,
      active: true,
      ...(random.chance(0.5) && { identifier: `w${row.key}` }),
      ...(environment !== caller.environment && { environmentId: environment }),
      ...(providerId === 'sendgrid'
        ? { credentials: { sendgrid: credentialsOf(providerId, secret) } }
        : { providerId }),
    },
    selection: random.chance(0.3) ? `${INTEGRATION} changedIntegrations { id }` : INTEGRATION,
    writes: [row.exists.begin('yes', `create of w${row.key} by ${caller.name}`, now)],
    name: `w${row.key}`,
    learn: (id) => learnId(row, id),
  };
};

const copy: Maker = ({ model, caller, random, now }) => {
  if (caller.scheme !== 'Bearer' || liveRows(model, caller.organization).length >= MOST_ROWS) return null;
  const source = random.pick(liveRows(model, caller.organization));
  const environment = random.pick(environmentsOf(model, caller).filter((one) => one !== source.environment));
  const { organization, channel, providerId } = source;
  const row = model.newRow({ organization, environment, channel, providerId, firstName: ANY });
  return {
    ...NOTHING,
    field: 'copyIntegration',
    input: {
      id: source.id,
      environmentId: environment,
      identifier: `w${row.key}`,
      credentials: random.pick(['KEEP', 'NONE'] as const),
    },
    selection: INTEGRATION,
    writes: [
      row.exists.begin('yes', `copy w${row.key} of w${source.key} by ${caller.name}`, now),
      row.webhook.begin(ANY, 'copy of the configuration', now),
    ],
    learn: (id) => learnId(row, id),
  };
};

const update: Maker = ({ model, caller, random, now }) => {
  const row = random.pick(writableRows(model, caller));
  const name = unique(row);
  const label = `update to ${name} by ${caller.name}`;
  const secret = secretOf(row.organization, name);
  const isTyped = row.providerId === 'twilio' || row.providerId === 'sendgrid';
  const changesSecret = isTyped && random.chance(0.4);
  const base = row.last !== null && random.chance(0.2) ? { row, name: row.last.name } : null;
  return {
    ...NOTHING,
    field: 'updateIntegration',
    input: {
      id: row.id,
      name,
      ...(changesSecret && { credentials: { [row.providerId]: credentialsOf(row.providerId, secret) } }),
      ...(base && { ifUpdatedAt: row.last?.updatedAt }),
    },
    selection: INTEGRATION,
    writes: [row.name.begin(name, label, now), ...(changesSecret ? [row.secret.begin(secret, label, now)] : [])],
    name,
    base,
  };
};

/** Rows of the start stay. */
const remove: Maker = ({ model, caller, random, now }) => {
  const rows = writableRows(model, caller).filter(({ id }) => !id?.startsWith('65b'));
  if (rows.length === 0) return null;
  const row = random.pick(rows);
  const successor = random.chance(0.3) && rows.find((other) => other !== row && isNeighbour(other, row));
  return {
    ...NOTHING,
    field: 'deleteIntegration',
    input: { id: row.id, ...(successor && row.channel === 'EMAIL' && { successorId: successor.id }) },
    selection: INTEGRATION,
    writes: [row.exists.begin('no', `delete of w${row.key} by ${caller.name}`, now)],
  };
};

const setPrimary: Maker = ({ model, caller, random, now }) => {
  const row = random.pick(
    writableRows(model, caller).filter(({ id, channel }) => channel === 'SMS' && id?.startsWith('65b')),
  );
  const register = model.primaryOf(row.environment);
  if (!register || row.id === null) return null;
  return {
    ...NOTHING,
    field: 'setPrimaryIntegration',
    input: { id: row.id },
    selection: INTEGRATION,
    writes: [register.begin(row.id, `set-primary of w${row.key} by ${caller.name}`, now)],
  };
};

const autoConfigure: Maker = ({ model, caller, random, now }) => {
  const rows = writableRows(model, caller).filter(({ channel }) => channel === 'EMAIL');
  if (rows.length === 0) return null;
  const row = random.pick(rows);
  return {
    ...NOTHING,
    field: 'autoConfigureIntegration',
    input: { id: row.id },
    selection: `success ${INTEGRATION}`,
    writes: [row.webhook.begin('yes', `auto-configuration of w${row.key} by ${caller.name}`, now)],
    succeeded: ({ success }) => success === true,
  };
};

const link: Maker = ({ model, caller, random }) => {
  const providerId = random.pick(['slack', 'telegram'] as const);
  const row = [...model.rows.values()].find(
    (one) => one.providerId === providerId && one.environment === caller.environment && one.id?.startsWith('65b'),
  );
  if (!row) return null;
  const identifier = `w${row.key}`;
  const fields: Record<typeof providerId, readonly [string, object, string][]> = {
    slack: [
      ['createIntegrationConnectUrl', { identifier, subscriberId: 'soak' }, 'url errors { code path }'],
      ...(caller.scheme === 'Bearer'
        ? ([
            ['createIntegrationUserLinkUrl', { identifier, subscriberId: 'soak' }, 'url errors { code path }'],
          ] as const)
        : []),
    ] as [string, object, string][],
    telegram: [
      ['createIntegrationChatLink', { identifier, subscriberId: 'soak' }, 'url errors { code path }'],
      ['createIntegrationMobileLink', { identifier }, 'url errors { code path }'],
      ['configureIntegrationWebhook', { identifier }, INTEGRATION],
    ],
  };
  const [field, input, selection] = random.pick(fields[providerId]);
  return { ...NOTHING, field, input, selection };
};

const MAKERS: readonly Maker[] = [
  create,
  create,
  create,
  copy,
  update,
  update,
  update,
  update,
  update,
  remove,
  remove,
  setPrimary,
  autoConfigure,
  link,
];

/** The changes of one operation, most of the time one. */
export function drawWrites(draw: Draw): Change[] {
  const count = draw.random.chance(0.85) ? 1 : draw.random.between(2, 3);
  const drawn = Array.from({ length: count }, () => draw.random.pick(MAKERS)(draw));
  return drawn.filter((change) => change !== null);
}

function learnId(row: Row, id: string | null): void {
  row.id ??= id;
}

/** As far as the soak knows; others may have deleted it. */
function liveRows(model: Model, organization: string): Row[] {
  return [...model.rows.values()].filter((row) => row.organization === organization && row.id !== null && !isGone(row));
}

function isGone({ exists }: Row): boolean {
  return exists.writes.some(({ value, phase, from }) => value === 'no' && phase === 'done' && Number.isFinite(from));
}

/** API keys may change their own environment only. */
function writableRows(model: Model, caller: SoakCaller): Row[] {
  return liveRows(model, caller.organization).filter((row) => isVisible(row, caller));
}

function isNeighbour(one: Row, other: Row): boolean {
  return one.environment === other.environment && one.channel === other.channel;
}

function environmentsOf(model: Model, { organization }: SoakCaller): string[] {
  return [...new Set(liveRows(model, organization).map(({ environment }) => environment))];
}

function environmentFor(model: Model, caller: SoakCaller, random: Random): string {
  return caller.scheme === 'Bearer' && random.chance(0.3)
    ? random.pick(environmentsOf(model, caller))
    : caller.environment;
}

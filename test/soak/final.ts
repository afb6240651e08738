import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RedisServer } from '../helpers/redis.ts';
import { keyOf, type Model, mayBeMadeAgain } from './model/model.ts';
import type { UpstreamReport } from './upstream-process.ts';
import { CANARY, type SoakCaller, TOKEN_MARK, type World } from './world.ts';

interface WireRow {
  readonly _id: string;
  readonly _organizationId: string;
  readonly _environmentId: string;
  readonly identifier: string;
  readonly name: string;
  readonly channel?: string;
  readonly primary: boolean;
  readonly updatedAt: string;
  readonly configurations?: { readonly inboundWebhookEnabled?: boolean };
  readonly credentials: Readonly<Record<string, unknown>>;
}

/** What Novu holds in the end, against all that was acknowledged. */
export async function checkStored(model: Model, world: World, upstream: UpstreamReport): Promise<void> {
  for (const owner of world.owners) await checkOrganization(model, owner, upstream.url);
  const ids = new Map<string, string>();
  for (const { id, identifier } of upstream.stored) {
    const key = keyOf(identifier);
    if (key === null) continue;
    const other = ids.get(`${key}`);
    const row = model.rows.get(key);
    const isAllowed = row !== undefined && mayBeMadeAgain(row);
    if (other !== undefined && !isAllowed) model.report('doubled', `w${key} is stored as ${other} and as ${id}`);
    ids.set(`${key}`, id);
  }
}

async function checkOrganization(model: Model, caller: SoakCaller, url: string): Promise<void> {
  const start = performance.now();
  const response = await fetch(`${url}/v1/integrations`, { headers: caller.headers });
  const { data } = (await response.json()) as { data: readonly WireRow[] };
  const rows = data.map((row) => ({
    id: row._id,
    identifier: row.identifier,
    name: row.name,
    organization: row._organizationId,
    environment: row._environmentId,
    channel: row.channel?.toUpperCase() ?? null,
    primary: row.primary,
    updatedAt: row.updatedAt,
    webhook: row.configurations?.inboundWebhookEnabled === true,
    secret: secretOf(row),
  }));
  model.check({
    what: 'what is stored',
    caller,
    by: 'Novu',
    start,
    end: performance.now(),
    way: 'final',
    rows,
    shows: () => true,
  });
}

function secretOf({ credentials: { apiKey, token } }: WireRow): string | undefined {
  const secret = apiKey ?? token;
  return typeof secret === 'string' ? secret : undefined;
}

/** Everything that the nodes hold, keys and values, as they would write it to disk. */
export async function checkRedis(model: Model, nodes: readonly RedisServer[]): Promise<void> {
  for (const node of nodes) {
    await node.command('config', 'set', 'rdbcompression', 'no');
    await node.command('save');
    const [, folder = ''] = (await node.command('config', 'get', 'dir')).split('\n');
    const dump = readFileSync(join(folder, 'dump.rdb'), 'latin1');
    if (dump.includes(CANARY) || TOKEN_MARK.test(dump)) model.report('secret', 'Redis holds a secret');
  }
}

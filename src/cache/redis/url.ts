/** One server. */
export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** The target of a `REDIS_URL`. */
export interface RedisTarget {
  readonly form: 'redis' | 'redis-cluster' | 'redis-sentinel';
  /** One node, the seed nodes of a cluster, or the sentinels. Never empty. */
  readonly nodes: readonly [RedisNode, ...RedisNode[]];
  readonly tls: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** Always 0 in a cluster. */
  readonly database: number;
  /** Sentinel's name of the group; empty in the other forms. */
  readonly master: string;
}

/** Thrown when a Redis URL cannot be read. The message never quotes any part of it: it may hold a password. */
export class RedisUrlError extends Error {
  override readonly name = 'RedisUrlError';
}

const FORMS =
  'redis://[user:password@]host[:port][/database], the same with rediss:// for TLS, several such URLs or host:port pairs ' +
  'separated by commas for a Cluster, or redis+sentinel://[user:password@]host:port,host:port/master[/database] ' +
  '(rediss+sentinel:// for TLS)';

const SCHEME = /^(redis|rediss)(\+sentinel)?:\/\//;

/**
 * Reads the forms of {@link FORMS}. User and password are percent-decoded; those of the first node apply to all.
 * @throws RedisUrlError for anything else.
 */
export function parseRedisUrl(url: string): RedisTarget {
  const scheme = SCHEME.exec(url);
  if (scheme === null) throw new RedisUrlError(`The Redis URL must have the form ${FORMS}.`);
  const tls = scheme[1] === 'rediss';
  const sentinel = scheme[2] !== undefined;
  const { credentials, hosts, path } = split(url.slice(scheme[0].length));
  const nodes = hosts.map((host) => parseNode(host, sentinel ? 26379 : 6379));
  const form = sentinel ? 'redis-sentinel' : nodes.length > 1 ? 'redis-cluster' : 'redis';
  const [master = '', database = ''] = sentinel ? path : ['', ...path];
  if (sentinel && master === '') throw new RedisUrlError('The Redis Sentinel URL must name the master: …/mymaster.');
  const [first, ...rest] = nodes;
  if (first === undefined) throw new RedisUrlError('The Redis URL names no host.');
  const target = { form, nodes: [first, ...rest], tls, ...parseCredentials(credentials), master } as const;
  return { ...target, database: parseDatabase(database, form) };
}

/** Splits `user:password@host,host/path`. Later nodes may repeat scheme and credentials. */
function split(rest: string) {
  const [first = '', ...others] = rest.split(',');
  const at = first.lastIndexOf('@');
  const all = [first.slice(at + 1), ...others.map((other) => other.replace(SCHEME, '').replace(/^.*@/, ''))];
  const last = all[all.length - 1] ?? '';
  const [host = '', ...path] = last.split('/');
  const hosts = [...all.slice(0, -1).map((one) => one.replace(/\/+$/, '')), host];
  return { credentials: at < 0 ? '' : first.slice(0, at), hosts, path: path.filter((part) => part !== '') };
}

function parseNode(text: string, defaultPort: number): RedisNode {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = match?.[3] === undefined ? defaultPort : Number(match[3]);
  if (host === undefined || port < 1 || port > 65_535) {
    throw new RedisUrlError(`The Redis URL has a host or port that cannot be read. It must have the form ${FORMS}.`);
  }
  return { host, port };
}

function parseCredentials(text: string): Pick<RedisTarget, 'username' | 'password'> {
  const colon = text.indexOf(':');
  const username = colon < 0 ? text : text.slice(0, colon);
  const password = colon < 0 ? '' : text.slice(colon + 1);
  try {
    return { username: decodeURIComponent(username) || undefined, password: decodeURIComponent(password) || undefined };
  } catch {
    throw new RedisUrlError('User and password of the Redis URL must be percent-encoded.');
  }
}

function parseDatabase(text: string, form: RedisTarget['form']): number {
  if (!/^\d{0,4}$/.test(text)) throw new RedisUrlError('The database of the Redis URL must be a number.');
  if (form === 'redis-cluster' && Number(text) !== 0) throw new RedisUrlError('A Redis Cluster has no database but 0.');
  return Number(text);
}

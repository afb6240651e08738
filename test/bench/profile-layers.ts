/** What `node --cpu-prof` writes, as far as it is read. Times in microseconds of the monotonic clock. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

export interface Costs {
  readonly busyMicroseconds: number;
  /** Descending. */
  readonly layers: readonly (readonly [string, number])[];
  readonly functions: readonly (readonly [string, number])[];
}

/** Sums the samples of a window by package or folder, and by function. Idle time is left out. */
export function costsIn(profile: CpuProfile, window: { from: number; until: number }, root: string): Costs {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const layers = new Map<string, number>();
  const functions = new Map<string, number>();
  let time = profile.startTime;
  let busyMicroseconds = 0;
  profile.samples.forEach((id, index) => {
    const delta = profile.timeDeltas[index + 1] ?? 0;
    time += profile.timeDeltas[index] ?? 0;
    const node = nodes.get(id);
    if (!node || time < window.from || time > window.until || node.callFrame.functionName === '(idle)') return;
    busyMicroseconds += delta;
    add(layers, layerOf(node), delta);
    add(functions, nameOf(node.callFrame), delta);
  });
  return { busyMicroseconds, layers: descending(layers), functions: descending(functions) };

  /** Built-in functions, JSON.stringify for one, count for their callers. */
  function layerOf(node: ProfileNode): string {
    const { url, functionName } = node.callFrame;
    if (url !== '') return layerOfUrl(url);
    if (functionName === '(garbage collector)') return 'garbage collector';
    if (functionName === '(program)') return 'native: sockets, HTTP parser';
    const parent = nodes.get(parents.get(node.id) ?? -1);
    return parent && parent.callFrame.functionName !== '(root)' ? layerOf(parent) : 'node: others';
  }

  function nameOf({ functionName, url, lineNumber }: ProfileNode['callFrame']): string {
    const file = url.replace(`file://${root}/`, '').replace(/^dist\/[0-9a-f]+\//, 'src/');
    return `${functionName || '(anonymous)'}${file ? ` ${file}:${lineNumber + 1}` : ''}`;
  }
}

function layerOfUrl(url: string): string {
  const builtIn = /^node:(?:internal\/)?([^/]+)/.exec(url)?.[1];
  if (builtIn) return NODE_NAMES[builtIn] ?? 'node: others';
  const path = url.split('/node_modules/').at(-1) ?? '';
  if (path !== url) return /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;
  const own = /\/dist\/[0-9a-f]+\/([^/]+)/.exec(url)?.[1];
  return own ? `src/${own}` : 'made at run time';
}

const NODE_NAMES: Readonly<Record<string, string>> = {
  _http_server: 'node: http',
  _http_outgoing: 'node: http',
  _http_incoming: 'node: http',
  _http_common: 'node: http',
  http: 'node: http',
  net: 'node: net and streams',
  stream_base_commons: 'node: net and streams',
  streams: 'node: net and streams',
  stream: 'node: net and streams',
  buffer: 'node: buffer',
  process: 'node: ticks, promises, timers',
  timers: 'node: ticks, promises, timers',
  async_hooks: 'node: ticks, promises, timers',
  events: 'node: events',
  event_target: 'node: events',
  abort_controller: 'node: events',
  crypto: 'node: crypto',
};

function add(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}

function descending(sums: Map<string, number>): [string, number][] {
  return [...sums].sort((a, b) => b[1] - a[1]);
}

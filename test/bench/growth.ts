import { gateways, type Peer } from './gateways.ts';
import { Laboratory } from './measure.ts';
import { type Measured, measureGroup, type RoundSettings } from './rounds.ts';

const SIZES = { twenty: 20, few: 200, thousand: 1000, many: 5000 };

/** Requests over data in memory, at 20 to 5,000 integrations: the time of one must not grow with their number. */
export async function measureGrowth(
  built: string,
  settings: RoundSettings,
  tell: (line: string) => void,
): Promise<Measured[]> {
  const sizes = new Map<Peer, { readonly laboratory: Laboratory; readonly rows: number }>();
  const shorter = moreAndShorter(settings);
  try {
    for (const [name, rows] of Object.entries(SIZES)) {
      const [gateway] = gateways(built);
      if (!gateway) return [];
      const laboratory = await Laboratory.open(rows);
      const peer: Peer = { ...gateway, id: `this-${name}`, label: `${rows.toLocaleString('en-US')} integrations` };
      sizes.set(peer, { laboratory, rows });
      await laboratory.startPeer(peer);
    }
    const groups: Measured[] = [];
    for (const query of ['Q1', 'Q5', 'page'] as const) {
      const cells = [...sizes.keys()].map((peer) => {
        const rows = sizes.get(peer)?.rows ?? 0;
        return { peer, query, state: 'warm', latencyMs: 0, rows } as const;
      });
      const laboratoryOf = ({ peer }: { readonly peer: Peer }) => {
        const found = sizes.get(peer)?.laboratory;
        if (!found) throw new Error(`${peer.id} was not started`);
        return found;
      };
      const title = `Cost of growth: ${query === 'page' ? 'Q2 by page of 50' : query} warm, ${shorter.rounds} rounds of ${shorter.seconds} s`;
      groups.push(await measureGroup(laboratoryOf, { title, cells }, shorter, tell));
    }
    return groups;
  } finally {
    await Promise.all([...sizes.values()].map(({ laboratory }) => laboratory.close()));
  }
}

/** The difference that is looked for is smaller than what a machine changes by itself within seconds. */
function moreAndShorter(settings: RoundSettings): RoundSettings {
  return { ...settings, rounds: 3 * settings.rounds, seconds: settings.seconds / 2 };
}

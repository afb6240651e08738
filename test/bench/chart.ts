import type { Measured, Row } from './rounds.ts';
import { brief } from './stats.ts';

const WIDTH = 900;
const LABEL = 350;
const BAR = 18;
const GAP = 6;
const MAX_BAR = WIDTH - LABEL - 110;

/** What the README shows; the tables have all. */
const SHOWN = ['Q2 repeated', 'Q3 repeated', 'Q2 warm', 'Q5 warm', 'Q2 cold', 'Q3 cold'];

/** Bars of requests per second, a panel for each group; every panel has its own scale. */
export function chart(groups: readonly Measured[]): string {
  const chosen = groups.filter(({ title }) => SHOWN.some((shown) => title === `${shown}, upstream latency 0 ms`));
  const panels = (chosen.length > 0 ? chosen : groups).map(({ title, rows }) => ({
    title,
    rows: rows.filter(({ fault }) => fault === null).sort((a, b) => rate(b) - rate(a)),
  }));
  let y = 16;
  const parts: string[] = [];
  for (const { title, rows } of panels) {
    y += 22;
    parts.push(`<text x="12" y="${y}" class="t">${escaped(title)} · requests per second</text>`);
    y += 10;
    const longest = Math.max(1, ...rows.map((row) => row.requestsPerSecond.max));
    for (const row of rows) {
      parts.push(bar(row, y, longest));
      y += BAR + GAP;
    }
    y += 8;
  }
  const style = [
    'text{font:12px system-ui,sans-serif;fill:#24292f}',
    '.t{font-weight:600;font-size:14px}',
    '.own{font-weight:600}',
    '.v{font-variant-numeric:tabular-nums}',
  ].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-label="Requests per second of the gateway and its peers">
<style>${style}</style>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}

function bar(row: Row, y: number, longest: number): string {
  const own = row.peer.startsWith('this');
  const length = Math.max(1, Math.round((rate(row) / longest) * MAX_BAR));
  const middle = y + BAR / 2 + 4;
  const { min, max } = row.requestsPerSecond;
  const at = (value: number) => LABEL + Math.round((value / longest) * MAX_BAR);
  const color = own ? '#0969da' : row.peer === 'bare' ? '#d0d7de' : '#8c959f';
  return [
    `<text x="${LABEL - 8}" y="${middle}" text-anchor="end"${own ? ' class="own"' : ''}>${escaped(row.label.replaceAll('*', ''))}</text>`,
    `<rect x="${LABEL}" y="${y}" width="${length}" height="${BAR}" rx="2" fill="${color}"/>`,
    `<path d="M${at(min)} ${y + BAR / 2}H${at(max)}" stroke="#24292f" stroke-width="1"/>`,
    `<text x="${Math.max(LABEL + length, at(max)) + 6}" y="${middle}" class="v">${brief(rate(row))}</text>`,
  ].join('');
}

function rate({ requestsPerSecond }: Row): number {
  return requestsPerSecond.median;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

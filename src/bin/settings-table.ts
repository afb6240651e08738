import { SETTINGS, type Setting } from '../settings.ts';

/** The table of settings in src/SETTINGS.md, as Markdown. */
export function settingsTable(): string {
  const rows = Object.entries<Setting<unknown>>(SETTINGS).map(
    ([name, { fallback, sentence, secret }]) =>
      `| \`${name}\`${secret ? ` or \`${name}_FILE\`` : ''} | ${fallback === null ? '' : `\`${fallback}\``} | ${sentence} |`,
  );
  return ['| Variable | Default | |', '|---|---|---|', ...rows].join('\n');
}

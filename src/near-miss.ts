import leven from 'leven';

/** Shorter names are skipped: `HOST` and `PORT` resemble variables of many other programs. */
const MIN_LENGTH = 6;

/** Settings with standard names, which resemble other standard variables such as `HTTP_PROXY`. */
const STANDARD: ReadonlySet<string> = new Set(['HTTPS_PROXY', 'NO_PROXY']);

/** Names of at least this length may differ in two characters. */
const LONG = 9;

/** A message for each variable that was probably meant to be one of `settings`. An empty variable counts as unset. */
export function nearMisses(env: Readonly<Record<string, string | undefined>>, settings: readonly string[]): string[] {
  return Object.keys(env).flatMap((variable) => {
    if (!env[variable] || settings.includes(variable)) return [];
    const meant = nearestSetting(variable, settings);
    return meant === null ? [] : [`${variable} is no setting. Did you mean ${meant}?`];
  });
}

/**
 * The setting that a variable was probably meant to be, or null. A variable that only begins like a setting does not
 * count: Kubernetes sets `REDIS_SERVICE_HOST` in every container if there is a service `redis`.
 */
function nearestSetting(variable: string, settings: readonly string[]): string | null {
  const given = spelling(variable);
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of settings) {
    if (name.length < MIN_LENGTH || STANDARD.has(name)) continue;
    const distance = leven(given, spelling(name));
    if (distance > (name.length < LONG ? 1 : 2) || distance >= least) continue;
    nearest = name;
    least = distance;
  }
  return nearest;
}

/** Ignores case and separators, which are the most common mistakes. */
function spelling(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

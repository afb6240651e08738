import leven from 'leven';

/** Shorter names are left alone: `HOST` and `PORT` are near to variables of many other programs. */
const MIN_LENGTH = 6;

/** Settings whose names are not ours: near them are other standard variables, as `HTTP_PROXY` is. */
const STANDARD: ReadonlySet<string> = new Set(['HTTPS_PROXY', 'NO_PROXY']);

/** Names of this length and more may differ in two places. */
const LONG = 9;

/** A sentence for each variable that was most likely meant to be one of `settings`. An empty variable counts as unset. */
export function nearMisses(env: Readonly<Record<string, string | undefined>>, settings: readonly string[]): string[] {
  return Object.keys(env).flatMap((variable) => {
    if (!env[variable] || settings.includes(variable)) return [];
    const meant = nearestSetting(variable, settings);
    return meant === null ? [] : [`${variable} is no setting. Did you mean ${meant}?`];
  });
}

/**
 * The setting that a variable was most likely meant to be, or null where it resembles none. A variable that only begins like a
 * setting is none of ours: Kubernetes gives every container `REDIS_SERVICE_HOST` where there is a service `redis`.
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

/** Case and separators do not tell names apart: they are what people get wrong first. */
function spelling(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

import { validateHeaderName, validateHeaderValue } from 'node:http';
import { fromFile } from './secret-files.ts';
import { faultSentence, integer, oneOf, text, UnquotableError, urlWithoutSecrets } from './setting-values.ts';

/** Settings of traces, from OpenTelemetry's environment variables. */
export interface TraceSettings {
  readonly exporter: 'otlp' | 'console';
  /** The endpoint for spans. */
  readonly url: string;
  /** Headers for the endpoint: secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly compression: 'gzip' | 'none';
  /** Attributes of this process in spans. */
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: Sampler;
  /** Fraction of traces, from 0 to 1, for samplers with a ratio. */
  readonly ratio: number;
  readonly batch: {
    readonly scheduledDelayMillis: number;
    readonly exportTimeoutMillis: number;
    readonly maxQueueSize: number;
    readonly maxExportBatchSize: number;
  };
  readonly propagators: ReadonlySet<Propagator>;
}

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
type Sampler = (typeof SAMPLERS)[number];
type Propagator = 'tracecontext' | 'baggage';

type Environment = Readonly<Record<string, string | undefined>>;

const OTLP = 'OTEL_EXPORTER_OTLP_';
const MAX_INTEGER = 2 ** 31 - 1;

/**
 * Reads the variables of OpenTelemetry's specification. Null if traces are off: no endpoint and no exporter is set, or
 * `OTEL_SDK_DISABLED` is true. @param faults collects a message for each invalid variable.
 */
export function readTraceSettings(env: Environment, faults: string[]): TraceSettings | null {
  if (!isWanted(env)) return null;
  const given = new Variables(env, faults);
  const exporter = given.read('OTEL_TRACES_EXPORTER', oneOf('otlp', 'console', 'none'), 'otlp');
  if (exporter === 'none') return null;
  given.read(given.firstOf(`${OTLP}TRACES_PROTOCOL`, `${OTLP}PROTOCOL`), oneOf('http/protobuf'), 'http/protobuf');
  const count = integer(1, MAX_INTEGER);
  return {
    exporter,
    url: endpoint(given),
    headers: { ...given.secretPairs(`${OTLP}HEADERS`), ...given.secretPairs(`${OTLP}TRACES_HEADERS`) },
    timeoutMs: given.read(given.firstOf(`${OTLP}TRACES_TIMEOUT`, `${OTLP}TIMEOUT`), count, '10000'),
    compression: given.read(
      given.firstOf(`${OTLP}TRACES_COMPRESSION`, `${OTLP}COMPRESSION`),
      oneOf('gzip', 'none'),
      'none',
    ),
    resource: resource(given),
    sampler: given.read('OTEL_TRACES_SAMPLER', oneOf(...SAMPLERS), 'parentbased_always_on'),
    ratio: given.read('OTEL_TRACES_SAMPLER_ARG', ratio, '1'),
    batch: {
      scheduledDelayMillis: given.read('OTEL_BSP_SCHEDULE_DELAY', count, '5000'),
      exportTimeoutMillis: given.read('OTEL_BSP_EXPORT_TIMEOUT', count, '30000'),
      maxQueueSize: given.read('OTEL_BSP_MAX_QUEUE_SIZE', count, '2048'),
      maxExportBatchSize: given.read('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', count, '512'),
    },
    propagators: given.read('OTEL_PROPAGATORS', propagators, 'tracecontext,baggage'),
  };
}

function isWanted(env: Environment): boolean {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false;
  return Boolean(env.OTEL_TRACES_EXPORTER || env[`${OTLP}ENDPOINT`] || env[`${OTLP}TRACES_ENDPOINT`]);
}

/** The endpoint for traces is used unchanged; the one for all signals is a base URL. */
function endpoint(given: Variables): string {
  const base = given.read(`${OTLP}ENDPOINT`, urlWithoutSecrets, 'http://localhost:4318').href;
  const path = `${base.replace(/\/$/, '')}/v1/traces`;
  return given.read(`${OTLP}TRACES_ENDPOINT`, urlWithoutSecrets, path).href;
}

function resource(given: Variables): Record<string, string> {
  const attributes = given.read('OTEL_RESOURCE_ATTRIBUTES', pairs, '');
  const name = given.read('OTEL_SERVICE_NAME', text, attributes['service.name'] ?? 'integrations-gateway');
  return { ...attributes, 'service.name': name };
}

/** Reads variables one by one and collects errors. An empty one counts as unset. */
class Variables {
  readonly #env: Environment;
  readonly #faults: string[];

  constructor(env: Environment, faults: string[]) {
    this.#env = env;
    this.#faults = faults;
  }

  /** The first name that is set, else the second. */
  firstOf(...names: readonly [string, string]): string {
    return this.#env[names[0]] ? names[0] : names[1];
  }

  read<T>(name: string, parse: (value: string) => T, fallback: string): T {
    const value = this.#env[name] || fallback;
    try {
      return parse(value);
    } catch (error) {
      this.#faults.push(faultSentence(name, value, error));
      return parse(fallback);
    }
  }

  /** Also from the file that `<NAME>_FILE` names. */
  secretPairs(name: string): Readonly<Record<string, string>> {
    try {
      return headers(fromFile(name, this.#env) ?? this.#env[name] ?? '');
    } catch (error) {
      this.#faults.push(faultSentence(name, '', error, true));
      return {};
    }
  }
}

/** `name=value` pairs, separated by commas, percent-encoded as in the header Baggage. */
function pairs(list: string): Readonly<Record<string, string>> {
  const entries = list
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UnquotableError('pairs such as name=value, separated by commas');
      return [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
    });
  return Object.fromEntries(entries);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.trim());
  } catch {
    throw new UnquotableError('percent-encoded where a value has commas or percent signs');
  }
}

/** Rejects at the start what Node would reject when the first spans are sent. */
function headers(list: string): Readonly<Record<string, string>> {
  const found = pairs(list);
  for (const [name, value] of Object.entries(found)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new UnquotableError('headers such as name=value, separated by commas');
    }
  }
  return found;
}

function ratio(value: string): number {
  const number = Number(value);
  if (!(number >= 0 && number <= 1)) throw new Error('a number from 0 to 1');
  return number;
}

function propagators(list: string): ReadonlySet<Propagator> {
  const one = oneOf('tracecontext', 'baggage', 'none');
  const named = list.split(',').map((name) => one(name.trim()));
  return new Set(named.filter((name) => name !== 'none'));
}

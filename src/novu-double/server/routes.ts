import { autoConfigure } from '../integrations/auto-configure.ts';
import { createIntegration } from '../integrations/create.ts';
import { deleteIntegration } from '../integrations/delete.ts';
import {
  chatOauth,
  configureWebhook,
  connectOauth,
  linkChat,
  linkUserOauth,
  mobileLink,
} from '../integrations/links.ts';
import { channelLimit, inAppStatus, listActive, listIntegrations, webhookStatus } from '../integrations/reads.ts';
import { setPrimary } from '../integrations/set-primary.ts';
import { updateIntegration } from '../integrations/update.ts';
import type { Call, Scheme } from '../state/call.ts';
import { badRequest } from '../state/errors.ts';
import type { Generation } from '../state/records.ts';
import { listEnvironments, myEnvironment } from './environments.ts';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the contract, e.g. `/v1/integrations/{integrationId}`; faults match it. */
  readonly template: string;
  readonly since: Generation;
  /** `write`: the status of {@link ServerState.writeStatus}. */
  readonly status: 200 | 201 | 'write';
  readonly schemes: readonly Scheme[];
  readonly permission: 'read' | 'write';
  readonly handle: (call: Call) => unknown;
}

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The route of a path without its query, ignoring case; undefined if this generation has none.
 * @throws ApiError 400 for a malformed %-escape.
 */
export function matchRoute(generation: Generation, method: string, path: string): RouteMatch | undefined {
  for (const [pattern, route] of PATTERNS) {
    if (route.method !== method || (route.since === 'api2026' && generation === 'api2024')) continue;
    const found = pattern.exec(path);
    if (found) return { route, params: decode(found.groups ?? {}) };
  }
  return undefined;
}

function decode(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, segment]) => [name, decodeSegment(segment)]));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`Failed to decode param '${segment}'`);
  }
}

const SERVERS_AND_DASHBOARD: readonly Scheme[] = ['ApiKey', 'Bearer'];
const KEYLESS: readonly Scheme[] = ['ApiKey', 'Bearer', 'Keyless'];
const OAUTH2: readonly Scheme[] = ['ApiKey', 'Bearer', 'OAuth2'];
const EVERY_SCHEME: readonly Scheme[] = ['ApiKey', 'Bearer', 'Keyless', 'OAuth2'];
const DASHBOARD: readonly Scheme[] = ['Bearer'];

const V1 = '/v1/integrations';

/** Contract §1.1, rows 1 to 16, and the two of §1.2. */
const ROUTES: readonly Route[] = [
  read(V1, EVERY_SCHEME, listIntegrations),
  read(`${V1}/active`, OAUTH2, listActive),
  write('POST', V1, 201, KEYLESS, createIntegration),
  write('PUT', `${V1}/{integrationId}`, 200, SERVERS_AND_DASHBOARD, updateIntegration),
  write('POST', `${V1}/{integrationId}/set-primary`, 'write', OAUTH2, setPrimary),
  write('DELETE', `${V1}/{integrationId}`, 200, EVERY_SCHEME, deleteIntegration),
  read(`${V1}/webhook/provider/{providerOrIntegrationId}/status`, SERVERS_AND_DASHBOARD, webhookStatus),
  read(`${V1}/{channelType}/limit`, DASHBOARD, channelLimit),
  read(`${V1}/in-app/status`, DASHBOARD, inAppStatus),
  newer(write('POST', `${V1}/{integrationId}/auto-configure`, 'write', SERVERS_AND_DASHBOARD, autoConfigure)),
  newer(write('POST', `${V1}/channel-connections/oauth`, 201, KEYLESS, connectOauth)),
  newer(write('POST', `${V1}/channel-endpoints/oauth`, 201, SERVERS_AND_DASHBOARD, linkUserOauth)),
  newer(write('POST', `${V1}/channel-endpoints/link`, 200, KEYLESS, linkChat)),
  newer(write('POST', `${V1}/chat/oauth`, 201, SERVERS_AND_DASHBOARD, chatOauth)),
  newer(write('POST', `${V1}/{integrationIdentifier}/mobile-link`, 200, KEYLESS, mobileLink)),
  newer(write('POST', `${V1}/{integrationIdentifier}/webhook/configure`, 200, KEYLESS, configureWebhook)),
  read('/v1/environments/me', SERVERS_AND_DASHBOARD, myEnvironment),
  read('/v1/environments', SERVERS_AND_DASHBOARD, listEnvironments),
];

function read(template: string, schemes: readonly Scheme[], handle: Route['handle']): Route {
  return { method: 'GET', template, since: 'api2024', status: 200, schemes, permission: 'read', handle };
}

function write(
  method: Route['method'],
  template: string,
  status: Route['status'],
  schemes: readonly Scheme[],
  handle: Route['handle'],
): Route {
  return { method, template, since: 'api2024', status, schemes, permission: 'write', handle };
}

function newer(route: Route): Route {
  return { ...route, since: 'api2026' };
}

/** Each route with its template as a regular expression with named groups. */
const PATTERNS = ROUTES.map((route) => {
  const pattern = route.template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return [new RegExp(`^${pattern}/?$`, 'i'), route] as const;
});

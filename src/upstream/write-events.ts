import { isCatalogKey } from '../catalog/catalog.ts';
import { isJsonObject } from '../model/json.ts';
import { type WriteEvent, writeChannel } from '../telemetry/channels.ts';
import type { UpstreamRequest } from './client.ts';
import type { HttpResult } from './send-request.ts';

type SentWrite = Pick<UpstreamRequest, 'call' | 'method' | 'route' | 'path' | 'body'>;

/** Publishes a write that was sent. */
export function publishWrite({ call, method, route, path, body }: SentWrite, result: HttpResult): void {
  if (!writeChannel.hasSubscribers || (result.phase === 'failed' && !result.sent)) return;
  writeChannel.publish({
    requestId: call.requestId,
    request: call.request,
    action: `${method} ${route}`,
    id: idIn(path) ?? idOf(result),
    fields: fieldsOf(body ?? {}),
    outcome: outcomeOf(result),
    status: result.phase === 'answered' ? result.status : null,
  } satisfies WriteEvent);
}

function outcomeOf(result: HttpResult): WriteEvent['outcome'] {
  if (result.phase === 'failed' || result.status >= 500) return 'unknown';
  return result.status < 300 ? 'done' : 'refused';
}

const ID = /^[0-9a-f]{24}$/i;

/** Any other text in its place was chosen by the client. */
function idIn(path: string): string | null {
  return path.split('/').find((part) => ID.test(part)) ?? null;
}

/** The id of a created integration. */
function idOf(result: HttpResult): string | null {
  const json = result.phase === 'answered' && isJsonObject(result.json) ? result.json.data : null;
  return isJsonObject(json) && typeof json._id === 'string' && ID.test(json._id) ? json._id : null;
}

/** Members of bodies are the gateway's own names, but keys of raw credentials may be anything. */
function fieldsOf(body: object): string[] {
  const sent = Object.entries(body).filter(([, value]) => value !== undefined);
  const fields = sent.flatMap(([name, value]) => {
    if (name !== 'credentials' || !isJsonObject(value)) return [name];
    return Object.keys(value).map((key) => `credentials.${isCatalogKey(key) ? key : 'other'}`);
  });
  return [...new Set(fields)];
}

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stopAtEnd } from './stop-at-end.ts';

export type Attributes = Readonly<Record<string, unknown>>;

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: it has none. */
  readonly parentId: string;
  readonly name: string;
  /** 1: INTERNAL, 2: SERVER, 3: CLIENT. */
  readonly kind: number;
  readonly durationMs: number;
  readonly attributes: Attributes;
  /** Code 2: ERROR. */
  readonly status: { readonly code: number; readonly message: string };
  readonly resource: Attributes;
}

export interface Collector {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  spans(): ReceivedSpan[];
  /** All that was received, to look for a text in it. */
  text(): string;
  readonly headers: IncomingHttpHeaders[];
  /** What it does with spans from now on: a status, or nothing at all. */
  answer: number | 'never';
  stop(): Promise<void>;
}

/** Takes spans over OTLP/HTTP in protobuf. It stops with the test file at the latest. */
export async function startCollector(): Promise<Collector> {
  const bodies: Buffer[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks));
      headers.push(request.headers);
      respond(response);
    });
  });
  const respond = (response: ServerResponse) => {
    if (collector.answer !== 'never') response.writeHead(collector.answer).end();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const collector: Collector = {
    url: `http://127.0.0.1:${port}`,
    spans: () => bodies.flatMap(spansOf),
    text: () => bodies.map((body) => body.toString('latin1')).join('\n'),
    headers,
    answer: 200,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  stopAtEnd(collector);
  return collector;
}

/** Of an ExportTraceServiceRequest (opentelemetry-proto, trace/v1/trace.proto). */
function spansOf(body: Buffer): ReceivedSpan[] {
  return messages(body, 1).flatMap((resourceSpans) => {
    const resource = messages(resourceSpans, 1).map((one) => attributesOf(one, 1))[0] ?? {};
    return messages(resourceSpans, 2).flatMap((scopeSpans) =>
      messages(scopeSpans, 2).map((span) => spanOf(span, resource)),
    );
  });
}

function spanOf(span: Buffer, resource: Attributes): ReceivedSpan {
  const hex = (field: number) => messages(span, field)[0]?.toString('hex') ?? '';
  const time = (field: number) => messages(span, field)[0]?.readBigUInt64LE() ?? 0n;
  const [status = Buffer.alloc(0)] = messages(span, 15);
  return {
    traceId: hex(1),
    spanId: hex(2),
    parentId: hex(4),
    name: messages(span, 5)[0]?.toString() ?? '',
    kind: numberOf(span, 6),
    durationMs: Number(time(8) - time(7)) / 1e6,
    attributes: attributesOf(span, 9),
    status: { code: numberOf(status, 3), message: messages(status, 2)[0]?.toString() ?? '' },
    resource,
  };
}

function attributesOf(message: Buffer, field: number): Attributes {
  const entries = messages(message, field).map((pair): [string, unknown] => [
    messages(pair, 1)[0]?.toString() ?? '',
    anyValueOf(messages(pair, 2)[0] ?? Buffer.alloc(0)),
  ]);
  return Object.fromEntries(entries);
}

/** Of an AnyValue: texts, numbers and lists of them. */
function anyValueOf(value: Buffer): unknown {
  const [found] = fieldsOf(value);
  if (found === undefined) return undefined;
  if (found.field === 1) return found.bytes.toString();
  if (found.field === 5) return messages(found.bytes, 1).map(anyValueOf);
  return found.field === 4 ? found.bytes.readDoubleLE() : found.number;
}

function messages(message: Buffer, field: number): Buffer[] {
  return fieldsOf(message)
    .filter((one) => one.field === field)
    .map(({ bytes }) => bytes);
}

function numberOf(message: Buffer, field: number): number {
  return fieldsOf(message).find((one) => one.field === field)?.number ?? 0;
}

interface Field {
  readonly field: number;
  readonly number: number;
  readonly bytes: Buffer;
}

const WIDTHS: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/** The fields of a protobuf message in their wire format. */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message.readUInt8(at);
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const type = tag & 7;
    const number = type === 0 || type === 2 ? varint() : 0;
    const length = type === 2 ? number : (WIDTHS[type] ?? 0);
    fields.push({ field: tag >>> 3, number, bytes: message.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

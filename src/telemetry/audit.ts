import { type Logger, pino } from 'pino';
import type { RequestFacts } from '../model/request-facts.ts';
import { type AnswerEvent, answerChannel, type WriteEvent, writeChannel } from './channels.ts';
import { openLogDestination } from './log-destination.ts';
import { Subscriptions } from './subscriptions.ts';

/** Codes of answers to a caller without the right. */
const RIGHTS = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/**
 * Writes one line for each write that reached Novu, and for each mutation that was refused for the caller's rights,
 * before the answer is sent. Log levels and sampling do not apply. @param file null: standard output. @throws where the
 * file cannot be written.
 */
export function startAudit(file: string | null): () => void {
  // Lines of the same millisecond are written together.
  const destination = openLogDestination(file, 0);
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const subscriptions = new Subscriptions();
  const written = new WeakSet<RequestFacts>();
  subscriptions.on<WriteEvent>(writeChannel, ({ request, requestId, ...line }) => {
    if (request) written.add(request);
    write(log, requestId, request, line);
  });
  subscriptions.on<AnswerEvent>(answerChannel, ({ requestId, request, operation, codes }) => {
    if (operation?.type !== 'mutation') return;
    const code = request && written.has(request) ? undefined : codes.find((one) => RIGHTS.has(one));
    if (code)
      write(log, requestId, request, { action: null, id: null, fields: [], outcome: 'refused', status: null, code });
    // The answer is sent next.
    destination.flush();
  });
  return () => {
    subscriptions.end();
    destination.end();
  };
}

function write(log: Logger, requestId: string, request: RequestFacts | null | undefined, what: object): void {
  const { id: caller = null, scheme = null, organization = null, environment = null } = request?.callerFacts() ?? {};
  const operation = request?.operationFacts()?.name?.slice(0, 100) ?? null;
  log.info({ audit: true, requestId, caller, scheme, organization, environment, ...what, operation }, 'audit');
}

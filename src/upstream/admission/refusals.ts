import { UpstreamUnavailableError } from '../../model/errors.ts';
import { publishShed } from '../../telemetry/channels.ts';

/** Seconds. A queue of calls moves within one. */
const QUEUE_RETRY_AFTER = 1;

/*
 * The errors of a call that the gateway did not send. All are GatewayErrors: a refused write certainly did not run.
 */

export function queueFullError(): UpstreamUnavailableError {
  publishShed('queue-full');
  return new UpstreamUnavailableError('Too many calls to Novu wait already. Try again later.', {
    retryAfterSeconds: QUEUE_RETRY_AFTER,
  });
}

export function waitTimeoutError(): UpstreamUnavailableError {
  publishShed('queue-timeout');
  return new UpstreamUnavailableError('Too many calls to Novu are under way. Try again later.', {
    retryAfterSeconds: QUEUE_RETRY_AFTER,
  });
}

export function cancelledError(): UpstreamUnavailableError {
  return new UpstreamUnavailableError('The request was cancelled before Novu answered. Send it again.');
}

export function breakerOpenError(retryAfterSeconds: number): UpstreamUnavailableError {
  publishShed('breaker');
  return new UpstreamUnavailableError('Novu fails at the moment and is not called. Try again later.', {
    retryAfterSeconds,
  });
}

import type { Integration } from '../../model/integration.ts';

/** `Integration.configurations` as the executor reads it; the guard stands before the signing key. */
export function configurationsView({ configurations, secrets }: Integration): object | null {
  const inboundWebhookSigningKey = secrets?.inboundWebhookSigningKey ?? null;
  return configurations && { ...configurations, inboundWebhookSigningKey };
}

import type { IntegrationDraft, IntegrationPatch } from '../../model/integration.ts';
import type { IntegrationFields } from '../../model/parts.ts';

/** Body of a create (contract §2.2). Undefined members are not sent, because JSON omits them. */
export function toCreateBody(
  draft: IntegrationDraft,
): Readonly<Record<string, unknown>> & { readonly providerId: string } {
  return {
    providerId: draft.providerId,
    channel: draft.channel?.toLowerCase(),
    kind: draft.kind?.toLowerCase(),
    ...toFields(draft),
  };
}

/** Body of an update (contract §2.3). */
export function toUpdateBody(patch: IntegrationPatch): object {
  return { ...toFields(patch), removeNovuBranding: patch.removeNovuBranding };
}

/** Copied member by member, so that only fields of the model are sent. */
function toFields(fields: IntegrationFields): object {
  return {
    name: fields.name,
    identifier: fields.identifier,
    _environmentId: fields.environmentId,
    credentials: fields.credentials,
    configurations: fields.configurations,
    conditions: fields.conditions,
    rules: fields.rules,
    active: fields.active,
    // Always sent: by default api2024 checks the credentials, on update even the stored ones, which fails (contract §3.3).
    check: fields.check ?? false,
  };
}

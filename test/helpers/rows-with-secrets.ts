/** A row as Novu sends it, with its secret. */
export function row(index: number, secret: string) {
  const ids = { _id: `id-${index}`, _environmentId: 'environment', _organizationId: 'organization' };
  return { ...ids, providerId: 'sendgrid', channel: 'email', name: `name ${index}`, credentials: { apiKey: secret } };
}

/** A list of rows. */
export const textOf = (rows: readonly object[]) => JSON.stringify({ data: rows });

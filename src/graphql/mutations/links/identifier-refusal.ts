import type { WriteRequest } from '../write.ts';

/** Where a refusal points to in an input that names an integration by its identifier. */
export const IDENTIFIER_REFUSAL: WriteRequest['refusal'] = {
  pathOf: (field) => [FIELDS.get(field) ?? field.split('.', 1)[0] ?? field],
  namesEnvironment: false,
};

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['id', 'identifier'],
  ['integrationIdentifier', 'identifier'],
  ['providerId', 'identifier'],
]);

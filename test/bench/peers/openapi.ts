// The part of the REST API that the benchmark needs, as the peers that are generated from an OpenAPI file read it. It names a read of
// one integration, which the stub has for them and the real API lacks.
const text = { type: 'string' };
const flag = { type: 'boolean' };

const fields = {
  name: text,
  identifier: text,
  providerId: text,
  channel: text,
  kind: text,
  active: flag,
};

const credentialKeys = [
  'apiKey',
  'from',
  'senderName',
  'accountSid',
  'token',
  'applicationId',
  'clientId',
  'secretKey',
  'serviceAccount',
];

function answer(schema: object): object {
  const envelope = { type: 'object', properties: { data: schema }, required: ['data'] };
  return { description: 'Done', content: { 'application/json': { schema: envelope } } };
}

const one = { $ref: '#/components/schemas/Integration' };

export const openapi = {
  openapi: '3.0.0',
  info: { title: 'Integrations', version: '1' },
  paths: {
    '/v1/integrations': {
      get: { operationId: 'integrations', responses: { 200: answer({ type: 'array', items: one }) } },
      post: {
        operationId: 'createIntegration',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/NewIntegration' } } },
        },
        responses: { 201: answer(one) },
      },
    },
    '/v1/integrations/{id}': {
      get: {
        operationId: 'integration',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: { 200: answer(one) },
      },
    },
  },
  components: {
    schemas: {
      NewIntegration: { type: 'object', properties: fields, required: Object.keys(fields) },
      Integration: {
        type: 'object',
        required: ['_id', ...Object.keys(fields), 'primary', 'priority', 'deleted', 'createdAt', 'updatedAt'],
        properties: {
          _id: text,
          ...fields,
          primary: flag,
          priority: { type: 'integer' },
          deleted: flag,
          createdAt: text,
          updatedAt: text,
          credentials: {
            type: 'object',
            title: 'Credentials',
            properties: Object.fromEntries(credentialKeys.map((key) => [key, text])),
          },
        },
      },
    },
  },
};

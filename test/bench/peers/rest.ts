// What the handwritten peers share: their client of the REST API and the words of their schema.
import { Pool } from 'undici';
import type { WireIntegration } from '../data.ts';

export interface Integration extends Omit<WireIntegration, '_id'> {
  id: string;
}

export interface NewIntegration {
  name: string;
  identifier: string;
  providerId: string;
  channel: string;
  kind: string;
  active: boolean;
}

export const SDL = /* GraphQL */ `
  type Query {
    integrations: [Integration!]!
    integration(id: ID!): Integration
  }
  type Mutation {
    createIntegration(input: NewIntegration!): Integration!
  }
  type Integration {
    id: ID!
    name: String!
    identifier: String!
    providerId: String!
    channel: String!
    kind: String!
    active: Boolean!
    primary: Boolean!
    priority: Int!
    deleted: Boolean!
    createdAt: String!
    updatedAt: String!
    credentials: Credentials
  }
  type Credentials {
    apiKey: String
    from: String
    senderName: String
    accountSid: String
    token: String
    applicationId: String
    clientId: String
    secretKey: String
    serviceAccount: String
  }
  input NewIntegration {
    name: String!
    identifier: String!
    providerId: String!
    channel: String!
    kind: String!
    active: Boolean!
  }
`;

export const upstreamUrl = process.env.BENCH_UPSTREAM ?? '';
const pool = new Pool(upstreamUrl, { connections: 64 });

/** The REST API has no read of one integration: lookups search this list. */
export async function fetchList(authorization: string): Promise<Integration[]> {
  const { body } = await pool.request({ method: 'GET', path: '/v1/integrations', headers: { authorization } });
  const { data } = (await body.json()) as { data: WireIntegration[] };
  return data.map(withId);
}

export async function create(authorization: string, input: NewIntegration): Promise<Integration> {
  const headers = { authorization, 'content-type': 'application/json' };
  const { body } = await pool.request({
    method: 'POST',
    path: '/v1/integrations',
    headers,
    body: JSON.stringify(input),
  });
  return withId(((await body.json()) as { data: WireIntegration }).data);
}

export function withId(row: WireIntegration): Integration {
  return Object.assign(row, { id: row._id });
}

/** The line by which the parent learns where the peer listens. */
export function announce(port: number): void {
  console.log(`http://127.0.0.1:${port}`);
}

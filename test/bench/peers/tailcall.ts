/**
 * Configuration of Tailcall. It has no way to find a row in a list, so its lookups use the stub's read of one integration, which the
 * real API lacks.
 */
export function tailcallConfig(upstreamUrl: string, port: number, cacheMs: number | null): string {
  const cache = cacheMs === null ? '' : `@cache(maxAge: ${cacheMs})`;
  return `
schema
  @server(port: ${port}, hostname: "127.0.0.1", introspection: false)
  @upstream(allowedHeaders: ["authorization"]) {
  query: Query
  mutation: Mutation
}
type Query {
  integrations: List @http(url: "${upstreamUrl}/v1/integrations") ${cache}
  integration(id: String!): One @http(url: "${upstreamUrl}/v1/integrations/{{.args.id}}") ${cache}
}
type Mutation {
  createIntegration(input: NewIntegration!): One
    @http(url: "${upstreamUrl}/v1/integrations", method: POST, body: "{{.args.input}}")
}
type List { data: [Integration!] }
type One { data: Integration }
type Integration {
  _id: String!
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
}

// Apollo Server with type-graphql as their documentation writes it: the standalone server, resolver classes, a RESTDataSource for each
// request. `BENCH_CACHE=1`: with the response-cache plugin in memory and a default maximum age.
import 'reflect-metadata';
import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { startStandaloneServer } from '@apollo/server/standalone';
import responseCache from '@apollo/server-plugin-response-cache';
import { Arg, buildSchema, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { WireIntegration } from '../data.ts';
import { TTL_SECONDS } from '../ttl.ts';
import { announce, type NewIntegration, upstreamUrl, withId } from './rest.ts';

@ObjectType()
class Credentials {
  @Field(() => String, { nullable: true }) apiKey?: string;
  @Field(() => String, { nullable: true }) from?: string;
  @Field(() => String, { nullable: true }) senderName?: string;
  @Field(() => String, { nullable: true }) accountSid?: string;
  @Field(() => String, { nullable: true }) token?: string;
  @Field(() => String, { nullable: true }) applicationId?: string;
  @Field(() => String, { nullable: true }) clientId?: string;
  @Field(() => String, { nullable: true }) secretKey?: string;
  @Field(() => String, { nullable: true }) serviceAccount?: string;
}

@ObjectType()
class Integration {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) identifier!: string;
  @Field(() => String) providerId!: string;
  @Field(() => String) channel!: string;
  @Field(() => String) kind!: string;
  @Field(() => Boolean) active!: boolean;
  @Field(() => Boolean) primary!: boolean;
  @Field(() => Int) priority!: number;
  @Field(() => Boolean) deleted!: boolean;
  @Field(() => String) createdAt!: string;
  @Field(() => String) updatedAt!: string;
  @Field(() => Credentials, { nullable: true }) credentials?: Credentials;
}

@InputType('NewIntegration')
class NewIntegrationInput implements NewIntegration {
  @Field(() => String) name!: string;
  @Field(() => String) identifier!: string;
  @Field(() => String) providerId!: string;
  @Field(() => String) channel!: string;
  @Field(() => String) kind!: string;
  @Field(() => Boolean) active!: boolean;
}

class IntegrationsApi extends RESTDataSource {
  override baseURL = upstreamUrl;
  readonly #headers: { authorization: string };

  constructor(authorization: string) {
    super();
    this.#headers = { authorization };
  }

  async list(): Promise<Integration[]> {
    const { data } = await this.get<{ data: WireIntegration[] }>('/v1/integrations', { headers: this.#headers });
    return data.map(withId);
  }

  async create(input: NewIntegration): Promise<Integration> {
    // Only plain objects are sent as JSON.
    const body = { ...input };
    const { data } = await this.post<{ data: WireIntegration }>('/v1/integrations', { headers: this.#headers, body });
    return withId(data);
  }
}

interface Context {
  authorization: string;
  api: IntegrationsApi;
}

@Resolver(() => Integration)
class IntegrationResolver {
  @Query(() => [Integration])
  integrations(@Ctx() { api }: Context): Promise<Integration[]> {
    return api.list();
  }

  @Query(() => Integration, { nullable: true })
  async integration(@Arg('id', () => ID) id: string, @Ctx() { api }: Context): Promise<Integration | undefined> {
    return (await api.list()).find((row) => row.id === id);
  }

  @Mutation(() => Integration)
  createIntegration(
    @Arg('input', () => NewIntegrationInput) input: NewIntegrationInput,
    @Ctx() { api }: Context,
  ): Promise<Integration> {
    return api.create(input);
  }
}

const caching = [
  ApolloServerPluginCacheControl({ defaultMaxAge: TTL_SECONDS }),
  responseCache<Context>({ sessionId: async ({ contextValue }) => contextValue.authorization }),
];

const server = new ApolloServer<Context>({
  schema: await buildSchema({ resolvers: [IntegrationResolver], validate: false }),
  plugins: process.env.BENCH_CACHE === '1' ? caching : [],
});

const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => {
    const authorization = req.headers.authorization ?? '';
    return { authorization, api: new IntegrationsApi(authorization) };
  },
});
announce(Number(new URL(url).port));

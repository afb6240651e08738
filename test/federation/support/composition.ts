import { readFileSync } from 'node:fs';
import { composeServices as composeByApollo } from '@apollo/composition';
import { composeServices as composeByGuild } from '@theguild/federation-composition';
import { type DocumentNode, parse } from 'graphql';
import { environmentsSdl, workflowsSdl } from './subgraphs.ts';

/** What is committed, and served as `_service { sdl }`. */
export const integrationsSdl = readFileSync(new URL('../../../schema/subgraph.graphql', import.meta.url), 'utf8');

export interface Service {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

export interface Composition {
  readonly supergraphSdl: string;
  /** Advice of the composer; one of them gives none. */
  readonly hints: readonly string[];
}

/** Our subgraph between the two that were written for the tests. */
export function services(urls: { integrations?: string; environments?: string; workflows?: string } = {}): Service[] {
  return [
    service('environments', environmentsSdl, urls.environments),
    service('integrations', integrationsSdl, urls.integrations),
    service('workflows', workflowsSdl, urls.workflows),
  ];
}

export function service(name: string, sdl: string, url = `http://${name}.invalid/graphql`): Service {
  return { name, url, typeDefs: parse(sdl) };
}

/** Both implementations of composition. @throws Error with what they refuse. */
export const composers: Readonly<Record<'@apollo/composition' | '@theguild/federation-composition', Compose>> = {
  '@apollo/composition': (list) => {
    const { supergraphSdl, hints, errors } = composeByApollo([...list]);
    return composed(supergraphSdl, errors, (hints ?? []).map(String));
  },
  '@theguild/federation-composition': (list) => {
    const { supergraphSdl, errors } = composeByGuild([...list]);
    return composed(supergraphSdl, errors, []);
  },
};

type Compose = (services: readonly Service[]) => Composition;

function composed(
  supergraphSdl: string | undefined,
  errors: readonly Error[] | undefined,
  hints: readonly string[],
): Composition {
  if (supergraphSdl === undefined) throw new Error(`Refused: ${errors?.map(({ message }) => message).join('\n')}`);
  return { supergraphSdl, hints };
}

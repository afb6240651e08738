import { createHash } from 'node:crypto';
import { type OperationDefinitionNode, print } from 'graphql';
import type { KnownOperation } from '../../graphql/compiled/plan.ts';
import type { OperationFacts } from '../../model/request-facts.ts';

/** Documents are parsed once and kept, so each is hashed once. */
const known = new WeakMap<OperationDefinitionNode, OperationFacts>();

/** How telemetry names an operation. */
export function operationFactsOf({ document, operation }: KnownOperation): OperationFacts {
  let facts = known.get(operation);
  if (facts === undefined) {
    const text = document.loc?.source.body ?? print(document);
    const hash = createHash('sha256').update(text).digest('hex');
    facts = { type: operation.operation, name: operation.name?.value ?? null, hash };
    known.set(operation, facts);
  }
  return facts;
}

import { createHash } from 'node:crypto';
import { type DocumentNode, print } from 'graphql';
import type { KnownOperation } from '../../graphql/compiled/plan.ts';
import { memoize } from '../../model/memoize.ts';
import type { OperationFacts } from '../../model/request-facts.ts';

const hashOf = memoize((document: DocumentNode): string => {
  const text = document.loc?.source.body ?? print(document);
  return createHash('sha256').update(text).digest('hex');
});

/** How telemetry names an operation. Documents are parsed once and kept, so each is hashed once. */
export function operationFactsOf({ document, operation }: KnownOperation): OperationFacts {
  return { type: operation.operation, name: operation.name?.value ?? null, hash: hashOf(document) };
}

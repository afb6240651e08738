import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

export interface SchemaChanges {
  /** A client that worked before may fail. */
  readonly breaking: readonly Change[];
  readonly others: readonly Change[];
}

/** What changed between two printed schemas. */
export async function schemaChanges(before: string, after: string): Promise<SchemaChanges> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const isBreaking = ({ criticality }: Change) => criticality.level === CriticalityLevel.Breaking;
  return { breaking: changes.filter(isBreaking), others: changes.filter((change) => !isBreaking(change)) };
}

/** May the second version break clients of the first? By Semantic Versioning: a new major one, and before 1.0.0 a new minor one. */
export function mayBreak(before: string, after: string): boolean {
  const [oldMajor = 0, oldMinor = 0] = before.split('.').map(Number);
  const [major = 0, minor = 0] = after.split('.').map(Number);
  return major > oldMajor || (major === 0 && oldMajor === 0 && minor > oldMinor);
}

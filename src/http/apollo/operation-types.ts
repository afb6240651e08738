import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/**
 * Rule of validation: an operation has a type that the schema offers. graphql-js finds out only when it executes, and does not say
 * that the document is at fault.
 */
export function operationTypes(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`There are no ${node.operation}s in this API.`, { nodes: node }));
    },
  };
}

import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/**
 * Validation rule: the schema has the type of the operation. graphql-js checks that only during execution, and does not
 * report it as an error of the document.
 */
export function operationTypes(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`There are no ${node.operation}s in this API.`, { nodes: node }));
    },
  };
}

import { type ClassType, Field, InterfaceType, ObjectType } from 'type-graphql';
import { registerEnum } from '../enums.ts';
import { type UserErrorCode, userErrorEntries, userErrorTypeName } from './user-errors.ts';

const IntegrationUserErrorCode = registerEnum(
  'IntegrationUserErrorCode',
  'The reason why a mutation refused an input, for programs.',
  Object.fromEntries(userErrorEntries.map(([code, { description }]) => [code, description])),
);

@InterfaceType({ description: 'An expected failure of a mutation that the caller can act on.' })
export abstract class IntegrationUserError {
  @Field(() => IntegrationUserErrorCode, { description: 'The reason, for programs.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'The reason, for people. It never repeats a value from the input.' })
  message!: string;

  @Field(() => [String], {
    description: 'The place in the arguments, such as ["input", "credentials", "sendgrid", "apiKey"].',
  })
  path!: readonly string[];
}

/** Implementations of the interface, one for each code. Only the interface is referenced, so the schema builder needs them. */
export const userErrorTypes: readonly ClassType[] = userErrorEntries.map(([code, { description, fields = {} }]) => {
  const type = class extends IntegrationUserError {};
  for (const [name, { type: valueType, ...options }] of Object.entries(fields)) {
    Field(valueType, options)(type.prototype, name);
  }
  ObjectType(userErrorTypeName(code), { implements: IntegrationUserError, description })(type);
  return type;
});

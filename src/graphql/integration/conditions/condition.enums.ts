import { type EnumPair, registerEnumPair } from '../../enums.ts';

/** A value of an enum: its description, preceded by the stored text if that differs from the name. */
type Value = string | readonly [text: string, description: string];

/** A list of texts in Novu's conditions, as enums of the schema. Novu itself accepts any text (contract §2.7). */
export class ConditionEnum<Name extends string> {
  /** For inputs, and for answers. */
  readonly types: EnumPair<Name>;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #names: ReadonlyMap<string, string>;

  constructor(name: string, description: string, values: Readonly<Record<Name, Value>>) {
    const entries = Object.entries<Value>(values).map(([key, value]) => {
      const [text, meaning] = typeof value === 'string' ? [key, value] : value;
      return { name: key, text, meaning };
    });
    const meanings = Object.fromEntries(entries.map((one) => [one.name, one.meaning])) as Record<Name, string>;
    this.types = registerEnumPair(
      name,
      description,
      meanings,
      'Another text. The field whose name ends in `Text` has it.',
    );
    this.#texts = new Map(entries.map((one) => [one.name, one.text]));
    this.#names = new Map(entries.map((one) => [one.text, one.name]));
  }

  /** Name of a stored text: UNKNOWN for one that the list lacks, null for none. */
  nameOf(text: string | null): string | null {
    return text === null ? null : (this.#names.get(text) ?? 'UNKNOWN');
  }

  /** The text to store: that of the name, or the one given instead; undefined if neither is given. */
  textOf(name: string | null | undefined, text: string | null | undefined): string | undefined {
    return text ?? this.#texts.get(name ?? '');
  }
}

export const ConditionGroupType = new ConditionEnum(
  'IntegrationConditionGroupType',
  'The type of a condition group in Novu. Only GROUP joins comparisons; the others come from the editor that made it.',
  {
    BOOLEAN: 'A Boolean.',
    TEXT: 'A text.',
    DATE: 'A date.',
    NUMBER: 'A number.',
    STATEMENT: 'A statement.',
    LIST: 'A choice from a list.',
    MULTI_LIST: 'Several choices from a list.',
    GROUP: 'A group of comparisons.',
  },
);

export const ConditionGroupValue = new ConditionEnum(
  'IntegrationConditionGroupValue',
  'The logical operator that joins the comparisons of a condition group.',
  {
    AND: 'All comparisons must hold.',
    OR: 'One comparison must hold.',
  },
);

export const ConditionOperator = new ConditionEnum(
  'IntegrationConditionOperator',
  'The operator of a comparison between the value that is found and the value of the condition.',
  {
    LARGER: 'It is larger.',
    SMALLER: 'It is smaller.',
    LARGER_EQUAL: 'It is larger or equal.',
    SMALLER_EQUAL: 'It is smaller or equal.',
    EQUAL: 'It is equal.',
    NOT_EQUAL: 'It is not equal.',
    ALL_IN: 'All its items are in the list.',
    ANY_IN: 'At least one of its items is in the list.',
    NOT_IN: 'It is not in the list.',
    BETWEEN: 'It lies between two values.',
    NOT_BETWEEN: 'It does not lie between two values.',
    LIKE: 'It contains the text.',
    NOT_LIKE: 'It does not contain the text.',
    IN: 'It is in the list.',
    IS_DEFINED: 'It is defined, with any value.',
  },
);

export const ConditionOn = new ConditionEnum(
  'IntegrationConditionOn',
  'The source in which a comparison looks up its field.',
  {
    SUBSCRIBER: ['subscriber', 'The subscriber.'],
    PAYLOAD: ['payload', 'The payload of the trigger.'],
    TENANT: ['tenant', 'The tenant. Novu evaluates this one for integrations.'],
    WEBHOOK: ['webhook', 'The answer of a webhook.'],
    IS_ONLINE: ['isOnline', 'Whether the subscriber is online.'],
    IS_ONLINE_IN_LAST: ['isOnlineInLast', 'Whether the subscriber was online within a period.'],
    PREVIOUS_STEP: ['previousStep', 'An earlier step of the workflow.'],
  },
);

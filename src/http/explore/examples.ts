import { OPERATIONS } from './operations.generated.ts';

/** An operation that GraphiQL opens with, in a tab of its own. */
export interface Example {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Shown in this order. The first one must run as it is, for every caller. */
export const EXAMPLES: readonly [Example, ...Example[]] = [
  { query: OPERATIONS.ListCredentials },
  { query: OPERATIONS.GetProvider, variables: { id: 'twilio' } },
  {
    query: OPERATIONS.CreateIntegrationWithCredentials,
    variables: {
      input: {
        name: 'Postmark for receipts',
        identifier: 'postmark-receipts',
        credentials: { postmark: { apiKey: 'made-up', from: 'receipts@example.com', senderName: 'Receipts' } },
        active: true,
        check: false,
      },
    },
  },
  // Mailgun in the embedded backend.
  { query: OPERATIONS.SetPrimaryIntegration, variables: { id: '65b100000000000000000002' } },
  { query: OPERATIONS.GetViewer },
];

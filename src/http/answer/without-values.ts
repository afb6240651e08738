/*
 * graphql-js quotes the values that it does not accept. A credential of the wrong type, or in the wrong place, would be
 * in the message and so in every log on the way back. The values are removed, and only words of the schema stay.
 */

/** What may follow a variable error, in words that hold no value. */
const SAFE_REASONS = [
  /^JSON may nest \d+ levels and have \d+ values\./,
  /^Field "\w+" of required type "[\w![\]]+" was not provided\./,
  /^Field "\w+" is not defined by type "\w+"\./,
  /^Field "\w+" must be non-null\./,
  /^Expected non-nullable type "[\w![\]]+" not to be null\./,
  /^Expected type "\w+" to be an object\./,
  /^Exactly one key must be specified for OneOf type "\w+"\./,
];

/**
 * `Variable "$input" got invalid value {…} at "input.name"; String cannot represent …` without the value.
 * @param reason the message of the error underneath, by which the end of the quoted value is known for sure.
 */
export function withoutVariableValue(message: string, reason: string | undefined): string {
  const [variable = 'A variable'] = /^Variable "\$\w+"/.exec(message) ?? [];
  const head = reason !== undefined && message.endsWith(`; ${reason}`) ? message.slice(0, -reason.length - 2) : '';
  const [, path] = / at "([\w.[\]]+)"$/.exec(head) ?? [];
  const place = path === undefined ? '' : ` at "${path}"`;
  return `${variable} got an invalid value${place}. ${safeReason(reason ?? '')}`.trimEnd();
}

/** The messages of parsing and validation, without the literals that they quote. */
export function withoutQuotedValues(message: string): string {
  return message
    .replace(/^(Syntax Error: [^"]*(?:"[^"\w]+"[^"]*)?)(String|BlockString|Int|Float|Name) "[\s\S]*$/, '$1$2.')
    .replace(/^(Syntax Error: Invalid [\w ]+)[\s\S]*$/, '$1.')
    .replace(/^((?:Enum "\w+"|\w+) cannot represent [\w -]*value)[\s\S]*$/, '$1.')
    .replace(/^(Expected value of type "[^"]+"), found [\s\S]*$/, '$1.')
    .replace(/^Value "[\s\S]* does not exist in ("\w+" enum)/, 'Value does not exist in $1');
}

function safeReason(reason: string): string {
  const known = SAFE_REASONS.map((safe) => safe.exec(reason)?.[0]).find((found) => found !== undefined);
  if (known !== undefined) return known;
  const [, type] =
    /^(?:Enum )?"?(\w+)"? cannot represent /.exec(reason) ??
    / does not exist in "(\w+)" enum\.(?: Did you mean [\s\S]*)?$/.exec(reason) ??
    /^Expected type "(\w+)"\./.exec(reason) ??
    [];
  return type === undefined ? '' : `Expected type "${type}".`;
}

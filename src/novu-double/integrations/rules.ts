import type { JsonObject, JsonValue } from '../../model/json.ts';
import { badRequest } from '../state/errors.ts';
import { isObject } from '../state/validation.ts';

/**
 * The rules of a body (contract §2.7): undefined if not sent, null if null or an empty object clears them.
 * @throws ApiError 400 with all issues joined by `; ` if an object has several keys or an unknown operator.
 */
export function rulesOf(sent: JsonValue | undefined): JsonObject | null | undefined {
  if (!isObject(sent)) return sent === null ? null : undefined;
  if (Object.keys(sent).length === 0) return null;
  const issues = issuesOf(sent);
  if (issues.length > 0) throw badRequest(issues.join('; '));
  return sent;
}

const OPERATORS = new Set(
  `var missing missing_some if == === != !== ! !! or and > >= < <= max min + - * / % map reduce filter all none some merge
  in cat substr log between notBetween contains doesNotContain beginsWith endsWith null notNull startsWith`.split(
    /\s+/,
  ),
);

function issuesOf(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(issuesOf);
  if (!isObject(value)) return [];
  const keys = Object.keys(value);
  const operator = keys[0];
  if (operator === undefined || keys.length !== 1) return ['A rule must have exactly one operator'];
  const own = OPERATORS.has(operator) ? [] : [`Unknown operator: ${operator}`];
  return [...own, ...issuesOf(value[operator] ?? null)];
}

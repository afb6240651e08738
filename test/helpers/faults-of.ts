import { expect } from '@jest/globals';
import { ConfigError, parseConfig } from '../../src/config.ts';

/** The lines of the ConfigError that an environment leads to. */
export function faultsOf(env: Readonly<Record<string, string>>): string[] {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n').sort();
  }
  return [];
}

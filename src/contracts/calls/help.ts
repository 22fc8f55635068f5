import { Help } from '../help';
import { type CallTable, everyone, nothing } from './common';

/** The same for everybody, at the desk too: rules, and nothing of anybody. */
export const helpCalls = {
  'help/get': { input: nothing, output: Help, callers: everyone, desk: true },
} as const satisfies CallTable;

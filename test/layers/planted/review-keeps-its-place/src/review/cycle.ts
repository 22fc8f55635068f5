import { appendRecord } from '../evidence/chain';

export const openCycle = (): string => appendRecord();

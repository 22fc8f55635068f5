import type { decide } from './decide';

export const laneOf = (): string => '';
export type Decide = typeof decide;

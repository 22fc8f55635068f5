import { laneOf } from './lanes';

export const decide = (): string => laneOf();

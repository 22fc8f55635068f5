import { now } from '../../local/clock';

export const startScan = (): string => now();

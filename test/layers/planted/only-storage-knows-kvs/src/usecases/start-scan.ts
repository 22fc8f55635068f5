import { kvs } from '@forge/kvs';

export const startScan = (): Promise<void> => kvs.set('scan', 1);

import { saveRecord } from '../storage/records';

export const resolver = (): string => saveRecord();

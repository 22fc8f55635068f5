import { saveRecord } from '../storage/records';

export const appendRecord = (): string => saveRecord();

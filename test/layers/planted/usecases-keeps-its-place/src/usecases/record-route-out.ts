import { saveRecord } from '../storage/records';

export const recordRouteOut = (): string => saveRecord();

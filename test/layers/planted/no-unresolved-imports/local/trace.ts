import { runTrace } from './trace/moved-away';

export const line = runTrace();

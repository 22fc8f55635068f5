import { LONGEST_COLUMN } from '../contracts/limits';

export const growing = (): string => LONGEST_COLUMN.toString();

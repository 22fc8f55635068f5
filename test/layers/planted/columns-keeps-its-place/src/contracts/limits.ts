export const LONGEST_COLUMN = 65_536;

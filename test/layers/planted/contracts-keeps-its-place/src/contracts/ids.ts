import { tracePaths } from '../access/trace';

export const idOf = (): string => tracePaths();

import { decide } from '../decision/decide';

export const saveSnapshot = (): string => decide();

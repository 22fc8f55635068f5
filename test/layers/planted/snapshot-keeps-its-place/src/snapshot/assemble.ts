import { decide } from '../decision/decide';

export const assembleSnapshot = (): string => decide();

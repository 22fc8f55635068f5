import { openCycle } from '../review/cycle';

export const decide = (): string => openCycle();

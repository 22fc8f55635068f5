import { decide } from '../../../src/decision/decide';

export const shown = decide();

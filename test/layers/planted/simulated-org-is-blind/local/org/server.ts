import { idOf } from '../../src/contracts/ids';

export const served = idOf();

import { ownerOf } from '../ownership/classify';

export const takesSeat = (): string => ownerOf();

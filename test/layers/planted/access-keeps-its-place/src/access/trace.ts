import { ownerOf } from '../ownership/classify';

export const tracePaths = (): string => ownerOf();

import { takesSeat } from '../billing/seats';

export const ownerOf = (): string => takesSeat();

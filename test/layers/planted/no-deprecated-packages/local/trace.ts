import { old } from 'given-up';

export const line = old;

import { parse } from 'yaml';

export const readScope = (text: string): unknown => parse(text);

import { parse } from 'acorn';

export const tree = parse('', { ecmaVersion: 2022 });

import { resolver } from '../../src/index';

export const answer = resolver();

import { seats } from '../../src/index';

export const held = seats();

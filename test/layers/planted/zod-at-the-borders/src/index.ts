export { Decided } from './decision/decide';

export { decide } from './decision/decide';

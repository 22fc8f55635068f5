export { digestOf } from './evidence/chain';

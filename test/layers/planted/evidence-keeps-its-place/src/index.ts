export { appendRecord } from './evidence/chain';

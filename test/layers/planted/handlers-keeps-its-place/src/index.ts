export { resolver } from './handlers/resolver';

export { growing } from './columns/growing';

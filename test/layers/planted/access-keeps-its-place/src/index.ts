export { tracePaths } from './access/trace';

export { readScope } from './usecases/read-scope';

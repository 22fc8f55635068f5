export { ownerOf } from './ownership/classify';

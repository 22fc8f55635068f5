export { idOf } from './contracts/ids';

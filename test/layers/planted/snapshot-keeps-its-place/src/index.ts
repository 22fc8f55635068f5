export { assembleSnapshot } from './snapshot/assemble';

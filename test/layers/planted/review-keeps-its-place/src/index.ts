export { openCycle } from './review/cycle';

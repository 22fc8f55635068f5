export { takesSeat } from './billing/seats';

export { saveSnapshot } from './storage/snapshots';

export { exportEvidence } from './usecases/export-evidence';

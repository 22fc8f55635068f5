export { startScan } from './usecases/start-scan';

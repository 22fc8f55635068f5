export { recordRouteOut } from './usecases/record-route-out';

export { listProjects } from './usecases/list-projects';

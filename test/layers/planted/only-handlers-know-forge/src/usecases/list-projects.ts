import { fetch } from '@forge/api';

export const listProjects = (url: string): unknown => fetch(url);

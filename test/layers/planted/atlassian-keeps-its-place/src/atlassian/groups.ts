import { groupFacts } from '../snapshot/normalise';

export const readGroups = (): string => groupFacts();

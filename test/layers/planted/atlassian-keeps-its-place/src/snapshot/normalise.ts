export const groupFacts = (): string => 'groupFacts';

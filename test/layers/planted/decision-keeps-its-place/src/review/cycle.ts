export const openCycle = (): string => 'openCycle';

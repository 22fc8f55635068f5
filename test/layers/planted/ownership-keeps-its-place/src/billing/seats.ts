export const takesSeat = (): string => 'takesSeat';

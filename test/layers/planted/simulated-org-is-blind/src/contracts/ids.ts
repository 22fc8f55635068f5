export const idOf = (): string => 'idOf';

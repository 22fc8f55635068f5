export const appendRecord = (): string => 'appendRecord';

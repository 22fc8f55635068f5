export const saveRecord = (): string => 'saveRecord';

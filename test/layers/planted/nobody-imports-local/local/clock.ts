export const now = (): string => 'now';

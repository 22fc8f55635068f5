export const mount = (): string => 'mount';

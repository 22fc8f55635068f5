export const tracePaths = (): string => 'tracePaths';

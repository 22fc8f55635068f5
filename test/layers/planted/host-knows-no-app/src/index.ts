export const resolver = (): string => 'resolver';

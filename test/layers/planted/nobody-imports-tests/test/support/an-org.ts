export const anOrg = (): string => 'anOrg';

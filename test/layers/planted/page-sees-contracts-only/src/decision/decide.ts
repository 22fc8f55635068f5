export const decide = (): string => 'decide';

export const forgotten = (): string => 'forgotten';

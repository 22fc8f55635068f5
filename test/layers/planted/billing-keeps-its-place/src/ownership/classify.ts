export const ownerOf = (): string => 'ownerOf';

export const formatDate = (): string => 'formatDate';

import limit from 'p-limit';

export const tracePaths = limit(1);

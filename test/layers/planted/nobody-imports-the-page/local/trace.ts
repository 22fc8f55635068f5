import { formatDate } from '../static/admin/src/main';

export const line = formatDate();

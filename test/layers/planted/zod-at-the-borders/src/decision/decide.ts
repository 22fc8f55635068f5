import { z } from 'zod';

export const Decided = z.string();

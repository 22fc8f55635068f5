import { daysUntil } from '../../../review/terms';

/** From when on the end of a key is near. */
const SOON = {
  days: 30,
  because: 'The page reminds of the end of a key from 30 days before on (shell/key-banner.tsx).',
} as const;

export type Expiry =
  | { readonly stands: 'unknown' }
  | { readonly stands: 'past' | 'later'; readonly day: string }
  | { readonly stands: 'soon'; readonly day: string; readonly count: number };

/** How the last day of a key stands, as somebody typed it: no API tells. `now`: epoch ms. */
export function expiryOf(expiresOn: string | null, now: number): Expiry {
  if (expiresOn === null) return { stands: 'unknown' };
  const count = daysUntil(expiresOn, now);
  if (count < 0) return { stands: 'past', day: expiresOn };
  return count <= SOON.days ? { stands: 'soon', day: expiresOn, count } : { stands: 'later', day: expiresOn };
}

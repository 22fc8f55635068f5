import { useState } from 'react';
import { type PageError } from '../platform/call-app';
import { useServices } from '../services';

/** What a button needs that starts a scan: what stood in its way is to be told near it. */
export function useScanStart(): { start: () => void; refused: PageError | null } {
  const { scan } = useServices();
  const [refused, setRefused] = useState<PageError | null>(null);
  return { start: () => void scan.start().then(setRefused), refused };
}

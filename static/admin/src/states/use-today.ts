import { useState } from 'react';
import { useNow } from '../services';

/** The app's present in milliseconds; the browser's clock serves only while the app's is not known. */
export function useToday(): number {
  const [opened] = useState(() => Date.now());
  return useNow() ?? opened;
}

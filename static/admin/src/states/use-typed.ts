import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** A pause in typing this long, in milliseconds, makes the text count. */
const PAUSE = 300;
/** Longest text, in characters, as the call table takes it. */
const LONGEST = 200;

/** What stands in a search box, and since when it counts. */
export interface Typed {
  /** Typed and not counted yet; null where nothing waits. */
  draft: string | null;
  type: (text: string) => void;
  /** Makes what still waits count at once: before any other step, so that the step builds on it. */
  settle: () => void;
}

/** Waits for a pause in typing, then hands the text to the `count` of that moment, not of the first letter. */
export function useTyped(count: (text: string) => void): Typed {
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef(count);
  useEffect(() => {
    latest.current = count;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const text = waiting.current;
    if (text === null) return;
    waiting.current = null;
    setDraft(null);
    latest.current(text.slice(0, LONGEST));
  }, []);
  const type = useCallback(
    (text: string) => {
      waiting.current = text;
      setDraft(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, PAUSE);
    },
    [settle],
  );
  return useMemo(() => ({ draft, type, settle }), [draft, type, settle]);
}

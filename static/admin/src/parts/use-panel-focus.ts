import { useEffect, useRef, type RefObject } from 'react';
import { focusRow } from '../grid/focus-row';

/**
 * Takes the focus into a panel, keeps the page behind it out of reach, and gives the focus back to where
 * it was: the row that opened it, or after a link the row that Tab would reach.
 */
export function usePanelFocus(): RefObject<HTMLDivElement> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = document.getElementById('page');
    const before = document.activeElement;
    page?.setAttribute('inert', '');
    panel.current?.focus();
    return () => {
      page?.removeAttribute('inert');
      if (before instanceof HTMLElement && before !== document.body && before.isConnected)
        before.focus({ preventScroll: true });
      else focusRow();
    };
  }, []);
  return panel;
}

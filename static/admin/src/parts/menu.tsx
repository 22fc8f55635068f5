import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';

interface Props {
  label: string;
  /** What unfolds. A button in it ends the choice; a box to tick does not. */
  children: ReactNode;
}

/** Unfolds over the page, and folds up by a choice, by Escape, by a press beside it, or when the focus goes on. */
export function Menu({ label, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const button = useRef<HTMLElement>(null);
  const fold = (): void => menu.current?.removeAttribute('open');
  const close = (): void => {
    fold();
    button.current?.focus();
  };
  useEffect(() => {
    const press = ({ target }: PointerEvent): void => {
      if (!menu.current?.contains(target as Node)) fold();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, []);
  const leave = ({ relatedTarget: next, currentTarget: here }: FocusEvent): void => {
    // A press on words inside gives the focus to what stands around them, or to nothing.
    if (next !== null && !here.contains(next) && !next.contains(here)) fold();
  };
  const choose = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest('button') !== null) close();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || menu.current?.open !== true) return;
    event.preventDefault();
    close();
  };
  return (
    <details className="menu" ref={menu} onClick={choose} onBlur={leave} onKeyDown={key}>
      <summary className="menu__button" ref={button}>
        {label}
      </summary>
      {children}
    </details>
  );
}

import { type ReactNode } from 'react';
import { useServices } from '../services';

interface Props<T> {
  items: readonly T[];
  /** As many are shown; the others are counted, and all are named in the title. */
  show: number;
  name: (item: T) => string;
  /** Drawn beside each other; without it each name takes a line. */
  draw?: (item: T) => ReactNode;
}

/** A list that keeps to its cell. */
export function ShortList<T extends string>({ items, show, name, draw }: Props<T>) {
  const { t } = useServices();
  const rest = items.length - show;
  return (
    <span
      className={draw === undefined ? 'short-list short-list--lines' : 'short-list'}
      title={items.map(name).join(', ')}
    >
      {items.slice(0, show).map((item, index) => (
        <span key={item} className="short-list__line">
          <span className="short-list__item">{draw === undefined ? name(item) : draw(item)}</span>
          {rest > 0 && index === show - 1 && (
            <span className="short-list__rest">
              <span aria-hidden>{t('list.plus', { count: rest })}</span>
              <span className="sr-only">{items.slice(show).map(name).join(', ')}</span>
            </span>
          )}
        </span>
      ))}
    </span>
  );
}

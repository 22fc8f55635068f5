import { useServices } from '../services';

/** Grey bars in the place of what is loading, with a word for those who do not see them. */
export function Skeleton({ rows, tall = false }: { rows: number; tall?: boolean }) {
  const { t } = useServices();
  return (
    <div role="status" className="skeleton">
      <span className="sr-only">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span
          key={row}
          aria-hidden
          className={tall ? 'skeleton__bar skeleton__bar--tall' : 'skeleton__bar'}
        />
      ))}
    </div>
  );
}

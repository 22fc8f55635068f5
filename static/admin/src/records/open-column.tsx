import { tellSubject } from '../moves/tell-subject';
import { type Drawing, type RegisterColumn } from './register-column';

/** The way from a record's row to the whole of it and what it rests on. */
export function openColumn({ t }: Drawing, open: (recordId: string) => void): RegisterColumn {
  return {
    id: 'open',
    title: t('records.column.evidence'),
    draw: (line) => (
      <button
        type="button"
        className="link"
        aria-label={t('records.open-evidence', { subject: tellSubject(t, line) })}
        onClick={() => open(line.record.id)}
      >
        {t('records.open')}
      </button>
    ),
  };
}

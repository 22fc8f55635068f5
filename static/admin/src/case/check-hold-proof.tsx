import { type RowView } from '../../../../src/contracts/views';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';

/** What to check first and what the audit log has told of it, what holds the row back, and what must be kept as proof. */
export function CheckHoldProof({ row }: { row: RowView }) {
  const { t } = useServices();
  const { entry } = row;
  const known = entry !== null && entry.at !== null ? [entry.sentence] : [];
  const parts = [
    { title: t('case.check'), items: [...known, ...row.check] },
    { title: t('case.hold'), items: row.row.hold === null ? [] : [row.row.hold] },
    { title: t('case.proof'), items: row.proof },
  ].filter(({ items }) => items.length > 0);
  if (parts.length === 0) return null;
  return (
    <div className="checks">
      {parts.map(({ title, items }) => (
        <div key={title} className="checks__part">
          <h4 className="checks__title">{title}</h4>
          <ul>
            {items.map((item) => (
              <li key={item}>
                <AppWords>{item}</AppWords>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

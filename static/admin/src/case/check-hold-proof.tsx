import { type RowView } from '../../../../src/contracts/case-views';
import { AppWords } from '../parts/app-words';
import { useServices } from '../services';

/** What to check first and what the audit log has told of it, whether anything holds the row back, and what must be kept as proof. */
export function CheckHoldProof({ row }: { row: RowView }) {
  const { t } = useServices();
  const { entry } = row;
  const { hold } = row.row;
  const known = entry !== null && entry.at !== null ? [entry.sentence] : [];
  const parts = [
    { title: t('case.check'), items: [...known, ...row.check], none: t('case.check.none') },
    { title: t('case.hold'), items: hold === null ? [] : [hold], none: t('case.hold.none') },
    { title: t('case.proof'), items: row.proof },
  ];
  return (
    <div className="checks">
      {parts.map(({ title, items, none }) => (
        <div key={title} className="checks__part">
          <h4 className="checks__title">{title}</h4>
          {items.length === 0 && none !== undefined && <p>{none}</p>}
          {items.length > 0 && (
            <ul>
              {items.map((item) => (
                <li key={item}>
                  <AppWords>{item}</AppWords>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

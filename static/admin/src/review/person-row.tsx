import { type ItemPerson } from '../../../../src/contracts/review-views';
import { REGISTER_KINDS } from '../../../../src/contracts/records';
import { tellActivity } from '../parts/activity-text';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { PersonName } from '../parts/person-name';
import { ProtectedMark } from '../parts/protected-mark';
import { tellPath } from '../parts/tell-path';
import { useServices } from '../services';

interface Props {
  line: ItemPerson;
  /** Whether the focus goes to this person when the row is there. */
  focused: boolean;
  openCase: () => void;
  leftOut: boolean;
  /** Null where nobody is left out of anything. */
  leaveOut: ((out: boolean) => void) | null;
}

/** One person of an item with every path that keeps the seat; who is decided already or protected need not be left out. */
export function PersonRow({ line, focused, openCase, leftOut, leaveOut }: Props) {
  const { t, format } = useServices();
  const { person, product, seatAgeDays } = line;
  const name = person.name ?? person.accountId;
  const open = !line.gone && line.protectedAs === null && line.rows.some(({ decided }) => decided === null);
  return (
    <tr className={leftOut ? 'people__row people__row--out' : 'people__row'}>
      {leaveOut !== null && (
        <td>
          {open && (
            <input
              type="checkbox"
              aria-label={t('item.leave-out', { person: name })}
              checked={leftOut}
              onChange={(event) => leaveOut(event.currentTarget.checked)}
            />
          )}
        </td>
      )}
      <td>
        <button
          type="button"
          className="link"
          aria-label={t('records.open-case', { person: name })}
          autoFocus={focused}
          onClick={openCase}
        >
          <PersonName person={person} />
        </button>
        <span className="second-line">{product}</span>
        {line.protectedAs !== null && (
          <span className="second-line">
            <ProtectedMark as={line.protectedAs} />
          </span>
        )}
        {line.gone && <span className="second-line">{t('item.gone')}</span>}
      </td>
      <td>
        {tellActivity(t, format, line.activity)}
        <span className="second-line">
          {seatAgeDays === null || seatAgeDays === 0
            ? t('item.seat-age.unknown')
            : t('item.seat-age', { count: seatAgeDays })}
        </span>
      </td>
      <td className="number">{format.number(line.edits)}</td>
      <td>
        <ul className="plain">
          {line.rows.map(({ row, owner, groupName, decided }) => (
            <li key={`${row.via} ${row.groupId ?? ''}`}>
              <OwnerLozenge owner={owner} /> <span>{tellPath(t, row, groupName)}</span>
              {decided !== null && <Decided mark={decided} />}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** That a path is decided, and how. */
function Decided({ mark }: { mark: NonNullable<ItemPerson['rows'][number]['decided']> }) {
  const { t } = useServices();
  const kind = REGISTER_KINDS.find((known) => known === mark.kind);
  return (
    <span className="people__decided">
      {t('item.decided', { kind: kind === undefined ? mark.kind : t(`kind.${kind}`) })}
    </span>
  );
}

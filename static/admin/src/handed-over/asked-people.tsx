import { type HandedOver } from '../../../../src/contracts/calls/route-outs';
import { ROUTE_OUT_STATES } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { RecordTable } from '../records/record-table';
import { useServices } from '../services';
import { AnswerButton } from './answer-button';
import { askedColumns } from './asked-columns';
import { RowState } from './row-state';

interface Props {
  rows: readonly HandedOver[];
  people: readonly Person[];
  /** What is asked, which names the table. */
  of: string;
}

/** As few people are in sight at once; more are unfolded. */
const FEW = 8;

/** Whom it is about: how many stand where, then each with his state and answer, and one answer for all of them. */
export function AskedPeople({ rows, people, of }: Props) {
  const { t, format } = useServices();
  const columns = askedColumns({ t, format, people });
  const standing = ROUTE_OUT_STATES.map((state) => ({
    state,
    count: rows.filter(({ record }) => record.state === state).length,
  })).filter(({ count }) => count > 0);
  const answerable = rows.filter(({ answers }) => answers.length > 0);
  return (
    <div className="asked">
      <div className="asked__head">
        <p className="asked__states">
          {standing.map(({ state, count }) => (
            <RowState key={state} state={state} count={format.number(count)} />
          ))}
        </p>
        {answerable.length > 1 && (
          <AnswerButton rows={answerable} label={t('answer.all', { count: answerable.length })} about={of} />
        )}
      </div>
      <details className="how" open={rows.length <= FEW}>
        <summary>{t('handed-over.people', { count: rows.length })}</summary>
        <RecordTable
          caption={of}
          columns={columns}
          lines={rows}
          idOf={({ record }) => record.id}
          quiet={({ record }) => record.state === 'confirmed'}
        />
      </details>
    </div>
  );
}

import { type Input } from '../../../../src/contracts/api';
import { type CaseFilter, type CaseList } from '../../../../src/contracts/case-views';
import { BulkForm } from '../bulk/bulk-form';
import { useServices } from '../services';
import { type Chosen } from './chosen';
import { type ChosenProps, ChosenScope } from './chosen-scope';
import { showBatch } from './show-batch';

interface Props extends ChosenProps {
  reload: () => void;
  close: () => void;
}

/** The form of one decision for all chosen cases. */
export function DecideChosen({ reload, close, ...props }: Props) {
  const { call, t, routes } = useServices();
  const { chosen, list, filter } = props;
  return (
    <section className="bulk-form" aria-label={t('cases.bulk')}>
      <ChosenScope {...props} />
      <BulkForm
        submit={t('bulk.submit-cases', { count: chosen.count })}
        freeLabel={t('bulk.free-seats')}
        level={2}
        send={(outcome, reason) =>
          call('cases/decide', { cases: casesOf(chosen, list, filter), outcome, reason })
        }
        begun={(id) => {
          showBatch(routes, id);
          close();
          chosen.clear();
        }}
        reload={reload}
        close={close}
      />
    </section>
  );
}

function casesOf(
  { all, marked }: Chosen,
  { scanId }: CaseList,
  filter: CaseFilter,
): Input<'cases/decide'>['cases'] {
  const ids = marked.map(({ person, ari }) => ({ accountId: person.accountId, ari }));
  return all ? { scanId, filter, except: ids } : ids;
}

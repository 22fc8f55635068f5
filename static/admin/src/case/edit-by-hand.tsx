import { type CaseView, type RowView } from '../../../../src/contracts/case-views';
import { AppWords } from '../parts/app-words';
import { RuleSource } from '../parts/rule-source';
import { useServices } from '../services';
import { Override } from './override';

interface Props {
  view: CaseView;
  row: RowView;
  reload: () => void;
}

/** What would come of removing the path in Atlassian’s own screens: told before anybody does it. */
export function EditByHand({ view, row, reload }: Props) {
  const edit = row.editByHand;
  const { t } = useServices();
  const parts = [
    { question: t('case.by-hand.accepted'), ...edit.accepted },
    { question: t('case.by-hand.survives'), ...edit.survives },
  ];
  return (
    <details className="why">
      <summary>{t('case.by-hand')}</summary>
      {edit.needsAgreement && <p className="by-hand__refused">{t('case.by-hand.refused')}</p>}
      <dl className="by-hand">
        {parts.map(({ question, says, because, url, checked }) => (
          <div key={question}>
            <dt>
              {question} <strong>{t(`case.by-hand.${says}`)}</strong>
            </dt>
            <dd>
              <AppWords>{because}</AppWords>
              <RuleSource source={{ url, checked }} />
            </dd>
          </div>
        ))}
      </dl>
      {edit.needsAgreement && <Override view={view} row={row} reload={reload} />}
    </details>
  );
}

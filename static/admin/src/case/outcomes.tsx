import { type CaseView, type RowView } from '../../../../src/contracts/case-views';
import { FormSwitch } from '../parts/form-switch';
import { toSource } from '../route/route';
import { useMays, useServices } from '../services';
import { CALL_OF, ROW_OUTCOMES, type RowOutcome } from './row-decision';
import { RowForm } from './row-form';

interface Props {
  view: CaseView;
  row: RowView;
  reload: () => void;
}

/** The outcomes that the path's owner permits: a form for each, and the source for what is decided there. */
export function Outcomes({ view, row, reload }: Props) {
  const { t, format } = useServices();
  const may = useMays();
  // Handed over again, a path would stay with the issue that it has.
  const handedOver = row.decided && row.records[0]?.kind === 'route-out';
  const here = ROW_OUTCOMES.filter(
    (outcome) => row.outcomes.includes(outcome) && !(outcome === 'route-out' && handedOver),
  );
  return (
    <section className="outcomes">
      <h4 className="checks__title">{t('case.outcomes')}</h4>
      {row.outcomes.length === 0 && <p className="quiet">{t('case.outcomes.none')}</p>}
      {row.proposed !== null && (
        <p>
          {t('case.outcomes.proposed', {
            class: t(`exception.${row.proposed.class}`),
            day: format.day(row.proposed.expiresOn),
          })}
        </p>
      )}
      {here.length > 0 && (
        <FormSwitch<RowOutcome>
          forms={here}
          label={(outcome) => t(`${outcome}.open`)}
          suggested={row.suggestion !== null && !row.decided ? 'route-out' : null}
          may={(outcome) => may(CALL_OF[outcome])}
          readOnly={t('case.read-only')}
          draw={(outcome, close) => (
            <RowForm view={view} row={row} outcome={outcome} reload={reload} close={close} />
          )}
        />
      )}
      {row.outcomes.includes('default-redesign') && row.groupId !== null && (
        <AtSource groupId={row.groupId} ari={view.case.ari} />
      )}
    </section>
  );
}

/** A default group is redesigned once for everybody in it, not per person. */
function AtSource({ groupId, ari }: { groupId: string; ari: string }) {
  const { t, routes } = useServices();
  return (
    <p className="quiet">
      {t('case.outcomes.at-source')}{' '}
      <button
        type="button"
        className="link"
        onClick={() => routes.go(toSource({ groupId, ari, form: 'redesign' }))}
      >
        {t('case.outcomes.open-source')}
      </button>
    </p>
  );
}

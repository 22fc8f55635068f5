import QuestionCircle from '@atlaskit/icon/core/question-circle';
import StatusError from '@atlaskit/icon/core/status-error';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import StatusWarning from '@atlaskit/icon/core/status-warning';
import {
  type CheckState,
  type MendableCode,
  type SetupRemark,
  setupRemarks,
  type SetupStep,
} from '../../../../src/contracts/setup-checks';
import { type Person } from '../../../../src/contracts/views';
import { ErrorMessage } from '../parts/error-message';
import { useMay, useServices } from '../services';
import { useScanStart } from '../states/use-scan-start';
import { goTo, type Place, placeOfCure, SECTIONS } from './check-places';
import { tellRemark } from './check-words';

/** The sign of a state; its words stand beside it for whoever does not see it. */
const SIGNS = {
  failed: { Icon: StatusError, color: 'var(--ds-icon-danger)' },
  warning: { Icon: StatusWarning, color: 'var(--ds-icon-warning)' },
  unknown: { Icon: QuestionCircle, color: 'var(--ds-icon-subtle)' },
  ok: { Icon: StatusSuccess, color: 'var(--ds-icon-success)' },
} as const satisfies Record<CheckState, unknown>;

interface Props {
  step: SetupStep;
  remark: SetupRemark;
  people: readonly Person[];
}

/** One thing that a test found, and its cure where it needs one. */
export function CheckRemark({ step, remark, people }: Props) {
  const { t, format } = useServices();
  const { Icon, color } = SIGNS[remark.state];
  return (
    <li className="remark">
      <span className="remark__sign">
        <Icon label={t(`setup.remark.state.${remark.state}`)} color={color} />
      </span>
      <div>
        <p>{tellRemark({ t, format, people }, remark)}</p>
        {isMendable(remark.code) && <Cure code={remark.code} place={placeOfCure(step, remark.code)} />}
      </div>
    </li>
  );
}

const isMendable = (code: SetupRemark['code']): code is MendableCode => setupRemarks[code].state !== 'ok';

function Cure({ code, place }: { code: MendableCode; place: Place | 'scan' | null }) {
  const services = useServices();
  const { t } = services;
  const mayScan = useMay('scan/start');
  const { start, refused } = useScanStart();
  return (
    <>
      <p className="quiet">
        {t(`setup.cure.${code}`)}{' '}
        {place === 'scan' && mayScan && (
          <button type="button" className="link" onClick={start}>
            {t('scan.start')}
          </button>
        )}
        {place !== null && place !== 'scan' && (
          <button type="button" className="link" onClick={() => goTo(place, services)}>
            {t('state.go-to', {
              place: place.to === 'tab' ? t(`tab.${place.tab}`) : t(SECTIONS[place.section].title),
            })}
          </button>
        )}
      </p>
      {refused !== null && <ErrorMessage error={refused} />}
    </>
  );
}

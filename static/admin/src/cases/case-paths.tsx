import { type CaseLine, type PathMark } from '../../../../src/contracts/case-views';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { tellPath } from '../parts/tell-path';
import { useServices } from '../services';

/** Height of one path in pixels, and of the space around them. */
const PATH = 28;
const AROUND = 12;

export const heightOfPaths = ({ paths }: CaseLine): number => paths.length * PATH + AROUND;

/** The paths of a line, one below the other: what gives access, whose it is, and what was found. */
export function CasePaths({ line }: { line: CaseLine }) {
  const { t } = useServices();
  const laneOf = ({ provider, decision }: PathMark): string =>
    provider === null || decision !== 'route-out'
      ? t(`lane.${decision}`)
      : t('lane.route-out.of', { provider });
  return (
    <ul className="case-paths">
      {line.paths.map((path) => (
        <li key={`${path.via} ${path.groupId ?? ''}`} className="case-paths__path">
          <span className="case-paths__means" title={path.groupName ?? undefined}>
            {tellPath(t, path, path.groupName)}
          </span>
          <OwnerLozenge owner={path.owner} />
          <span className={`seat seat--${String(path.billable)}`}>{t(`seat.${path.billable}`)}</span>
          <span className="case-paths__lane quiet" title={laneOf(path)}>
            {laneOf(path)}
          </span>
          <span className="case-paths__found quiet">
            {path.findings.map((finding) => t(`finding.${finding}`)).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

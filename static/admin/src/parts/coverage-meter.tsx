import { countDirectories, type Coverage } from '../../../../src/contracts/coverage';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';

/** How much of what exists the numbers beside it rest on: the part that was read least completely, and SCIM. */
export function CoverageMeter() {
  const { t, format, scan } = useServices();
  const coverage = dataOf(useStore(scan))?.coverage ?? null;
  if (coverage === null) return null;
  const read = leastRead(coverage);
  const directories = countDirectories(coverage);
  const words = [
    read === null
      ? t('coverage.open')
      : t('coverage.read', { share: format.share(read.seen, read.expected) }),
    directories.known === 0
      ? t('coverage.no-directory')
      : t('coverage.directories', { read: directories.read, count: directories.known }),
  ];
  const isShort = read === null || read.seen < read.expected || directories.read < directories.known;
  return (
    <span className={isShort ? 'meter meter--short' : 'meter'} title={t('coverage.hint')}>
      {read !== null && (
        <svg className="meter__bar" viewBox={`0 0 ${read.expected} 4`} preserveAspectRatio="none" aria-hidden>
          <rect className="meter__whole" width={read.expected} height="4" />
          <rect className="meter__part" width={read.seen} height="4" />
        </svg>
      )}
      {words.join(', ')}
    </span>
  );
}

/** Null where nobody knows how much there is of a part. */
function leastRead({ users, groups, memberships }: Coverage): { seen: number; expected: number } | null {
  let least = { seen: 1, expected: 1 };
  for (const { seen, expected } of [users, groups, memberships]) {
    if (expected === null) return null;
    const whole = Math.max(1, expected);
    const part = expected === 0 ? 1 : Math.min(seen, expected);
    if (part / whole < least.seen / least.expected) least = { seen: part, expected: whole };
  }
  return least;
}

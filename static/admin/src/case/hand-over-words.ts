import { type RowDecision } from '../../../../src/contracts/records';
import { type HandOver } from '../../../../src/contracts/case-views';
import { type Person } from '../../../../src/contracts/views';
import { nameOf } from '../parts/names';
import { tellRouteOut } from '../parts/tell-route-out';
import { type Translate } from '../texts/texts';

/** Who is asked and how, before a path is handed over; the general rule while something is not set up. */
export function tellHandOver(t: Translate, to: HandOver | null, people: readonly Person[]): string {
  if (to === null || to.asked === null || to.projectKey === null) return t('route-out.explain');
  const { provider, projectKey: project } = to;
  const owner = nameOf(t, people, to.asked);
  const how = t(to.groupFirst ? 'route-out.to.group-first' : 'route-out.to', { owner, provider, project });
  return to.assumed ? `${how} ${t('route-out.to.assumed', { provider })}` : how;
}

/** That a decision is recorded; of what is handed over also to whom, and by which issue. */
export function tellRecorded(t: Translate, record: RowDecision, people: readonly Person[]): string {
  if (record.kind !== 'route-out') return t(`${record.kind}.done`);
  const state = tellRouteOut(t, record, people);
  return record.issueKey === null ? state : t('route-out.done', { state, issue: record.issueKey });
}

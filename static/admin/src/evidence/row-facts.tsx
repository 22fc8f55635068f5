import { type Evidence } from '../../../../src/contracts/evidence';
import { tellActivity } from '../parts/activity-text';
import { AppWords } from '../parts/app-words';
import { Facts } from '../parts/facts';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';
import { readActivity, readAssignments, readScim } from './read-evidence';
import { RuleFact } from './rule-fact';
import { ScanFact } from './scan-fact';

/** What was known of a path when its record was made. */
export function RowFacts({ evidence }: { evidence: Evidence }) {
  const { t, format } = useServices();
  const none = t('cases.none');
  const assignments = readAssignments(evidence.roleAssignments);
  const activity = readActivity(evidence.lastActive);
  const scim = readScim(evidence.identityScim);
  return (
    <Facts
      name="evidence__facts"
      facts={[
        { what: t('evidence.scan'), is: <ScanFact scan={evidence} /> },
        { what: t('evidence.owner'), is: <OwnerLozenge owner={evidence.owner} /> },
        { what: t('evidence.rule'), is: <RuleFact {...evidence} /> },
        { what: t('evidence.seat'), is: <AppWords>{evidence.billableBecause}</AppWords> },
        { what: t('evidence.roles'), is: evidence.roles.join(', ') || none },
        {
          what: t('evidence.findings'),
          is: evidence.findings.map((finding) => t(`finding.${finding}`)).join(', ') || none,
        },
        {
          what: t('evidence.active'),
          is: activity === null ? evidence.lastActive : tellActivity(t, format, activity),
        },
        { what: t('evidence.scim'), is: scim === null ? evidence.identityScim : t(`scim.${scim}`) },
        {
          what: t('evidence.assignments', { when: format.moment(evidence.roleAssignmentsReadAt) }),
          is: assignments.length === 0 ? t('evidence.assignments.none') : assignments.join('; '),
        },
      ]}
    />
  );
}

import { type SourceEvidence } from '../../../../src/contracts/evidence';
import { Facts } from '../parts/facts';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';
import { RuleFact } from './rule-fact';
import { ScanFact } from './scan-fact';

/** What was known of a source when it was decided. */
export function SourceFacts({ evidence }: { evidence: SourceEvidence }) {
  const { t } = useServices();
  const { people, seats, seatsOnlyHere: only, seated } = evidence;
  return (
    <Facts
      name="evidence__facts"
      facts={[
        { what: t('evidence.scan'), is: <ScanFact scan={evidence} /> },
        { what: t('evidence.owner'), is: <OwnerLozenge owner={evidence.owner} /> },
        { what: t('evidence.rule'), is: <RuleFact {...evidence} /> },
        { what: t('evidence.roles'), is: evidence.roles.join(', ') || t('cases.none') },
        { what: t('evidence.default'), is: evidence.defaultRole ?? t('cases.none') },
        { what: t('evidence.grants'), is: t('evidence.grants.count', { count: evidence.grants.length }) },
        {
          what: t('evidence.people'),
          is: t(evidence.complete ? 'evidence.people.told' : 'evidence.people.incomplete', {
            count: people,
            seats,
            only,
          }),
        },
        {
          what: t('evidence.seated', { count: seated.count }),
          is: <code className="evidence__code">{seated.hash}</code>,
        },
      ]}
    />
  );
}

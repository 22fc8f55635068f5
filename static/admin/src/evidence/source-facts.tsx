import { type SourceEvidence } from '../../../../src/contracts/evidence';
import { AppWords } from '../parts/app-words';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';
import { Facts } from './facts';
import { ScanFact } from './scan-fact';

/** What was known of a source when it was decided. */
export function SourceFacts({ evidence }: { evidence: SourceEvidence }) {
  const { t } = useServices();
  const { people, seats, seatsOnlyHere: only, seated } = evidence;
  return (
    <Facts
      facts={[
        { what: t('evidence.scan'), is: <ScanFact scan={evidence} /> },
        { what: t('evidence.owner'), is: <OwnerLozenge owner={evidence.owner} /> },
        {
          what: t('evidence.rule'),
          is: (
            <>
              <AppWords>{evidence.because}</AppWords> <code className="evidence__code">{evidence.rule}</code>
            </>
          ),
        },
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

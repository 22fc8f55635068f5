import { type Format } from '../platform/format';
import { type ReactNode } from 'react';
import { type RegisterKind } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { AppWords } from '../parts/app-words';
import { nameOf } from '../parts/names';
import { TwoLines } from '../parts/two-lines';
import { tellChange, tellPopulation } from '../parts/tell-source';
import { type Translate } from '../texts/texts';
import { type Drawing, type RegisterColumn } from './register-column';
import { tellRule } from '../parts/tell-rule';

/** What the records of a kind say, beside their reason and their end; null where those say all. */
export function termsColumn(kind: RegisterKind, drawing: Drawing): RegisterColumn | null {
  const { t, format } = drawing;
  if (kind === 'route-out' || kind === 'keep') return null;
  return {
    id: 'terms',
    title: t(`records.terms.${kind}`),
    draw: (line) => tellTerms(t, format, line),
  };
}

function tellTerms(t: Translate, format: Format, { record, people, subject }: RegisterLine): ReactNode {
  const name = (accountId: string): string => nameOf(t, people, accountId);
  switch (record.kind) {
    case 'exception':
      return (
        <Lines
          lines={[
            t(`exception.${record.class}`),
            t('records.answers', { person: name(record.ownedBy) }),
            record.dependency === '' ? null : t('records.dependency', { what: record.dependency }),
          ]}
        />
      );
    case 'hold':
      return (
        <TwoLines
          first={t(record.condition === null ? 'condition.none' : `condition.${record.condition}`)}
          second={t('records.sees-to-it', { person: name(record.ownedBy) })}
        />
      );
    case 'local-action':
      return t(`edit.${record.edit}`);
    case 'intent':
      return (
        <Lines
          lines={[
            tellPopulation(t, format, record.population),
            t('records.cap', { seats: record.evidence.seats, cap: record.cap }),
            t('records.answers', { person: name(record.steward) }),
          ]}
        />
      );
    case 'redesign':
      return (
        <Lines
          lines={[
            tellChange(t, format, record.change, subject.toGroupName),
            t('preview.loses-access', { count: record.losesAccess.count }),
            t('preview.loses-seat', { count: record.losesSeat.count }),
          ]}
        />
      );
    case 'protection':
      return (
        <Lines
          lines={[
            tellRule(t, record.rule, subject),
            t(`protection.${record.class}`),
            t('records.answers', { person: name(record.steward) }),
          ]}
        />
      );
    case 'source-attestation':
      return t(`source.attested.${record.says}`);
    case 'settings-attestation':
      return (
        <Lines
          lines={[
            t('records.domains', { domains: record.approvedDomains }),
            t('records.policy', { policy: record.invitePolicy }),
          ]}
        />
      );
    case 'stewardship':
      return name(record.steward);
    case 'boundary-exception':
      return (
        <Lines
          lines={[
            t('boundary.terms', { provider: record.idpName }),
            t('boundary.predicted', { lasts: t(`case.by-hand.${record.predicted}`) }),
            t('boundary.id', { id: record.id }),
          ]}
        />
      );
    case 'override-attempt':
      return <AppWords>{record.refusedBecause}</AppWords>;
    // The last four have no register.
    case 'route-out':
    case 'keep':
    case 'group-profile':
    case 'request-issue':
    case 'pool':
    case 'invoice-line':
      return null;
  }
}

/** What is said, a line each; the first one most of all. */
function Lines({ lines }: { lines: readonly (string | null)[] }) {
  return (
    <ul className="records__lines">
      {lines.flatMap((line) => (line === null ? [] : [<li key={line}>{line}</li>]))}
    </ul>
  );
}

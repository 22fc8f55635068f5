import type { RouteOut } from '../contracts/records';
import { adfDocument, bullets, heading, mention, paragraph, plain, strong, table, text } from './adf';

export interface RouteOutSubject {
  readonly product: string;
  /** The Atlassian page that the ownership rule rests on, and the day it was checked. */
  readonly source: { readonly url: string; readonly checked: string };
  /** Whether nothing read names the identity provider, and it is only the one configured. */
  readonly assumedProvider: boolean;
}

export function routeOutSummary(record: RouteOut, { product }: RouteOutSubject): string {
  return plain(
    `Review a membership of ${record.evidence.groupName ?? 'a synced group'} that keeps a seat on ${product}`,
  );
}

/** Characters of a sentence or a reason, which may be longer than a name. A reason has 1,000 at most. */
const MAX_SENTENCE = 1_000;

const FINDING_WORDS: Readonly<Record<string, string>> = {
  'inactive-seat': 'the seat was not used for longer than the inactivity window',
  'never-active': 'the seat was never used',
  'scim-inactive-billable': 'the person is deactivated at the identity provider, and the seat still bills',
  'mixed-paths': 'local paths keep the same access; they are decided on their own',
};

/** The issue for the identity owner: what is asked, why it is his, the evidence, and what happens next. */
export function routeOutDescription(
  record: RouteOut,
  subject: RouteOutSubject,
): Readonly<Record<string, unknown>> {
  const { evidence, row } = record;
  const found = evidence.findings.map((finding) => FINDING_WORDS[finding] ?? finding).join('; ');
  return adfDocument(
    paragraph(
      text('Please decide whether '),
      mention(row.accountId),
      text(' still needs the membership of '),
      strong(plain(evidence.groupName ?? row.groupId ?? '')),
      text(` at ${plain(record.idpName)}. It keeps a seat on ${plain(subject.product)}.`),
    ),
    heading('Why you'),
    paragraph(
      text(`${plain(evidence.because, MAX_SENTENCE)} `),
      text(
        subject.assumedProvider
          ? `${plain(record.idpName)} is the only identity provider set up, so this is assumed to be yours.`
          : `The group is written by ${plain(record.idpName)}.`,
      ),
    ),
    heading('Evidence'),
    table(
      ['Fact', 'As seen'],
      [
        [[text('Group')], [text(plain(evidence.groupName ?? '')), text(` (${row.groupId ?? ''})`)]],
        [[text('Gives')], [text(evidence.roles.map(plain).join(', '))]],
        [[text('Billing')], [text(plain(evidence.billableBecause, MAX_SENTENCE))]],
        [[text('Identity provider’s word')], [text(evidence.identityScim)]],
        [[text('Found')], [text(found === '' ? 'nothing; asked for by a reviewer' : found)]],
        [[text('Scan')], [text(`${evidence.scannedAt}, ${evidence.verdict}`)]],
      ],
    ),
    heading('Asked by the reviewer'),
    paragraph(text(plain(record.reason, MAX_SENTENCE))),
    heading('What to do'),
    bullets([
      [text('If the membership is no longer needed, remove it at the identity provider.')],
      [text('If it is needed, say so in a comment: the reviewer will record an exception.')],
      [
        text(
          'Do not unassign the whole app and do not deactivate the account; other access may depend on them.',
        ),
      ],
    ]),
    paragraph(
      text(
        'Seatpath changes nothing at the identity provider. The next scan shows whether the membership is gone. ',
      ),
      text(`Rule ${evidence.rule}; ${subject.source.url} (checked ${subject.source.checked}).`),
    ),
  );
}

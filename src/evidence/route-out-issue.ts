import type { RouteOut } from '../contracts/records';
import {
  type AdfNode,
  adfDocument,
  bullets,
  heading,
  mention,
  paragraph,
  plain,
  strong,
  table,
  text,
} from './adf';
import { tellFindings } from './finding-words';

export interface RouteOutSubject {
  readonly product: string;
  /** The Atlassian page that the ownership rule rests on, and the day it was checked. */
  readonly source: { readonly url: string; readonly checked: string };
  /** Whether nothing read names the identity provider, and it is only the one configured. */
  readonly assumedProvider: boolean;
}

/** Characters of a sentence or a reason, which may be longer than a name. A reason has 1,000 at most. */
const MAX_SENTENCE = 1_000;

const nameOfGroup = ({ evidence, row }: RouteOut): string => evidence.groupName ?? row.groupId ?? '';

export function routeOutSummary(record: RouteOut, { product }: RouteOutSubject, people = 1): string {
  const what = people === 1 ? 'a membership' : `${people} memberships`;
  const keeps = people === 1 ? 'keeps a seat' : 'keep seats';
  return plain(`Review ${what} of ${nameOfGroup(record)} that ${keeps} on ${product}`);
}

const foundIn = ({ evidence }: RouteOut): string => {
  const found = tellFindings(evidence.findings);
  return found === '' ? 'nothing; asked for by a reviewer' : found;
};

/** What is asked, for one person or for a list of them. */
function ask(first: RouteOut, records: readonly RouteOut[], { product }: RouteOutSubject): AdfNode {
  const group = strong(plain(nameOfGroup(first)));
  if (records.length === 1) {
    return paragraph(
      text('Please decide whether '),
      mention(first.row.accountId),
      text(' still needs the membership of '),
      group,
      text(` at ${plain(first.idpName)}. It keeps a seat on ${plain(product)}.`),
    );
  }
  return paragraph(
    text(`Please decide whether the ${records.length} people below still need the membership of `),
    group,
    text(` at ${plain(first.idpName)}. Each keeps a seat on ${plain(product)}.`),
  );
}

function evidenceOf(first: RouteOut, records: readonly RouteOut[]): AdfNode {
  const { evidence, row } = first;
  if (records.length > 1) {
    return table(
      ['Person', 'Found', 'Identity provider’s word'],
      records.map((record) => [
        [mention(record.row.accountId)],
        [text(foundIn(record))],
        [text(record.evidence.identityScim)],
      ]),
    );
  }
  return table(
    ['Fact', 'As seen'],
    [
      [[text('Group')], [text(plain(evidence.groupName ?? '')), text(` (${row.groupId ?? ''})`)]],
      [[text('Gives')], [text(evidence.roles.map((role) => plain(role)).join(', '))]],
      [[text('Billing')], [text(plain(evidence.billableBecause, MAX_SENTENCE))]],
      [[text('Identity provider’s word')], [text(evidence.identityScim)]],
      [[text('Found')], [text(foundIn(first))]],
      [[text('Scan')], [text(`${evidence.scannedAt}, ${evidence.verdict}`)]],
    ],
  );
}

/**
 * The issue for the identity owner: what is asked, why it is his, the evidence, and what happens next. All
 * records are of one group on one product, handed over together.
 */
export function routeOutDescription(
  records: readonly RouteOut[],
  subject: RouteOutSubject,
): Readonly<Record<string, unknown>> {
  const first = records[0]!;
  const { evidence } = first;
  return adfDocument(
    ask(first, records, subject),
    heading('Why you'),
    paragraph(
      text(`${plain(evidence.because, MAX_SENTENCE)} `),
      text(
        subject.assumedProvider
          ? `Nothing read names the provider of this group; it is taken to be ${plain(first.idpName)}.`
          : `The group is written by ${plain(first.idpName)}.`,
      ),
    ),
    heading('Evidence'),
    evidenceOf(first, records),
    heading('Asked by the reviewer'),
    paragraph(text(plain(first.reason, MAX_SENTENCE))),
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

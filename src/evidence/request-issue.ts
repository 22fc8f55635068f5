import type { GroupProfile, RequestIssue } from '../contracts/route-outs';
import { ANSWER_DAYS, ANSWERS, MEMBERSHIP_WAYS } from '../contracts/route-outs';
import { answerRules } from '../review/route-outs/answers';
import { answerWords } from '../review/route-outs/read-comment';
import {
  type AdfNode,
  adfDocument,
  bullets,
  heading,
  link,
  mention,
  paragraph,
  plain,
  strong,
  table,
  text,
} from './adf';
import { tellDay, tellMoment } from './moments';
import { LEAVE_ALONE, outcomeOf, stepsFor } from './request-steps';

/** One person whom an issue asks about. */
export interface AskedAbout {
  readonly accountId: string;
  /** As the provider knows the person; null where nothing read tells. */
  readonly userName: string | null;
  readonly externalId: string | null;
  readonly product: string;
  /** What was found, in words. */
  readonly found: string;
  /** Whether the seat is free once this membership has ended; null where that cannot be told. */
  readonly freedAlone: boolean | null;
  /** What would keep the seat beside it. */
  readonly remains: readonly string[];
}

/** What the group opens inside Atlassian. */
export interface Reach {
  readonly product: string;
  readonly roles: readonly string[];
}

export interface RequestText {
  readonly issue: RequestIssue;
  readonly people: readonly AskedAbout[];
  readonly reach: readonly Reach[];
  readonly profile: GroupProfile | null;
  /** Why this kind of request, and why this owner. */
  readonly because: string;
  readonly ownerBecause: string;
  /** Whether nothing read names the provider of the group. */
  readonly assumedProvider: boolean;
  /** What reviewers wrote, and who. */
  readonly reasons: readonly { readonly by: string; readonly reason: string }[];
  readonly scannedAt: string;
  readonly complete: boolean;
  readonly source: { readonly url: string; readonly checked: string };
  /** The address of the desk; null where it is not known. */
  readonly deskUrl: string | null;
}

interface Summarised {
  readonly issue: RequestIssue;
  readonly people: readonly unknown[];
}

/** Characters of a sentence or a reason, which may be longer than a name. */
const MAX_SENTENCE = 1_000;
/** Characters of a description that Jira takes. How it counts a document is not told; its JSON is the longest reading. */
const MAX_DESCRIPTION = 32_767;

const NOT_KNOWN = 'Not known.';
/** Where it stands in Jira, by the title in manifest.yml: for who is not led there by the link. */
const AT_THE_DESK = 'On your desk in Jira: Apps, Seatpath desk';

const sentence = (words: string): AdfNode => text(plain(words, MAX_SENTENCE));

/** What an issue asks, as its title. Only how many people there are counts. */
export function requestSummary({ issue, people }: Summarised): string {
  const group = plain(issue.groupName, 120);
  if (isEmpty({ issue, people })) return plain(`${group}: nothing is asked any more`);
  switch (issue.request) {
    case 'membership':
    case 'rule-change':
      return plain(
        `${people.length} ${people.length === 1 ? 'seat' : 'seats'} through ${group}: still needed?`,
      );
    case 'design':
      return plain(`Whom is ${group} meant for?`);
    case 'leaver-check':
      return plain(`${people.length} deactivated in ${group}: have they left?`);
    case 'profile':
      return plain(`How do people get into ${group}?`);
  }
}

/** Whether all that an issue asked for was taken back. */
const isEmpty = ({ issue, people }: Summarised): boolean =>
  issue.request !== 'profile' && people.length === 0;

/** The description of an issue for an identity owner, as an ADF document that lists as many people as fit. */
export function requestDescription(subject: RequestText): Readonly<Record<string, unknown>> {
  if (isEmpty(subject)) return adfDocument(paragraph(strong('Nobody is asked about any more.')));
  for (let listed = subject.people.length; ; listed = Math.floor(listed * 0.8)) {
    const description = describe(subject, listed);
    if (JSON.stringify(description).length <= MAX_DESCRIPTION || listed <= 1) return description;
  }
}

function describe(subject: RequestText, listed: number): Readonly<Record<string, unknown>> {
  const { issue, profile } = subject;
  const people = new Set(subject.people.map(({ accountId }) => accountId)).size;
  return adfDocument(
    paragraph(strong(`What is asked: ${outcomeOf(issue.request, people)}`)),
    heading('Why you'),
    paragraph(
      strong(plain(issue.groupName)),
      text(` (${issue.groupId}): `),
      sentence(`${subject.ownerBecause} `),
      sentence(`${providerOf(subject)} `),
      text('You are asked as its identity owner.'),
    ),
    paragraph(sentence(subject.because)),
    ...(issue.request === 'profile'
      ? profileQuestions(subject)
      : [...asked(subject, listed), ...steps(subject)]),
    heading('What the group opens'),
    table(
      ['Product', 'Roles'],
      subject.reach.map(({ product, roles }) => [[sentence(product)], [sentence(roles.join(', '))]]),
    ),
    paragraph(sentence(beyondAtlassian(profile))),
    heading('What happens next'),
    paragraph(sentence(nextOf(subject))),
    paragraph(
      text('Seatpath changes nothing at the identity provider. '),
      sentence(
        `What is asked rests on the scan of ${tellMoment(subject.scannedAt)}, ` +
          `which was ${subject.complete ? 'complete' : 'partial'}, and on `,
      ),
      link('Atlassian’s page about it', subject.source.url),
      sentence(`, checked on ${tellDay(subject.source.checked)}.`),
    ),
  );
}

function providerOf({ issue, assumedProvider }: RequestText): string {
  const name = plain(issue.idpName);
  return assumedProvider
    ? `Nothing read names the provider of this group; it is taken to be ${name}.`
    : `The group is written by ${name}.`;
}

function asked({ people, reasons }: RequestText, listed: number): AdfNode[] {
  const more = people.length - listed;
  return [
    heading('Whom it is about'),
    table(
      ['Person', 'User name', 'External id', 'Product', 'Found', 'Does this alone free the seat?'],
      people
        .slice(0, listed)
        .map(({ accountId, userName, externalId, product, found, freedAlone, remains }) => [
          [mention(accountId)],
          [sentence(userName ?? NOT_KNOWN)],
          [sentence(externalId ?? NOT_KNOWN)],
          [sentence(product)],
          [sentence(found)],
          [sentence(freedWords(freedAlone, remains))],
        ]),
    ),
    ...(more > 0 ? [paragraph(text(`And ${more} more, listed in Seatpath.`))] : []),
    heading('Who asks, and why'),
    bullets(
      distinct(reasons)
        .slice(0, 10)
        .map(({ by, reason }) => [mention(by), text(': '), sentence(reason)]),
    ),
  ];
}

/** Each reason of each person once; of many people it is often the same. */
function distinct(reasons: RequestText['reasons']): RequestText['reasons'] {
  return [...new Map(reasons.map((one) => [`${one.by} ${one.reason}`, one])).values()];
}

function freedWords(freedAlone: boolean | null, remains: readonly string[]): string {
  if (freedAlone === null) return NOT_KNOWN;
  if (freedAlone) return 'Yes.';
  return remains.length === 0 ? 'It holds no seat now.' : `No: ${remains.join('; ')}.`;
}

const atTheDesk = ({ deskUrl }: RequestText): AdfNode =>
  deskUrl === null ? text(AT_THE_DESK) : link(AT_THE_DESK, deskUrl);

function steps(subject: RequestText): AdfNode[] {
  const { issue, profile } = subject;
  const ways = ANSWERS.map((kind) => {
    const { because } = answerRules[kind];
    const day = ANSWER_DAYS[kind];
    const date =
      day === 'none'
        ? ''
        : day === 'needed'
          ? ' and the day, as YYYY-MM-DD'
          : ' (and a day, if there is one)';
    return [strong(`@person ${answerWords[kind]}${date}`), text(` – ${because}`)];
  });
  return [
    heading('What to do'),
    bullets([
      ...stepsFor(issue.request, profile?.membership ?? 'unknown').map((step) => [text(step)]),
      [strong(LEAVE_ALONE)],
    ]),
    heading('How to answer'),
    paragraph(
      atTheDesk(subject),
      text(
        ', for many people at once. Or in a comment, one person to a line, with one of these words; “all done” answers for everybody. ',
      ),
      text(
        'Moving the issue to done says “done” of everybody who has no answer yet; closing it as “Won’t Do” says that none of it will be done.',
      ),
    ),
    bullets(ways),
  ];
}

const profileQuestions = (subject: RequestText): AdfNode[] => [
  heading('What to tell'),
  bullets([
    [text(`How do people get into it: ${MEMBERSHIP_WAYS.filter((way) => way !== 'unknown').join(', ')}?`)],
    [text('What is it called at the identity provider, and what is its id there?')],
    [text('Does it also assign the Atlassian app to its members? Does it open anything else?')],
    [text('Who owns it in the business, and how is a change of it asked for?')],
  ]),
  paragraph(
    atTheDesk(subject),
    text('. Or in a comment: then whoever reviews with Seatpath records it there. '),
    text('Once it is recorded, the people are asked about.'),
  ),
];

function beyondAtlassian(profile: GroupProfile | null): string {
  if (profile === null) return 'What it opens beyond Atlassian is unknown here.';
  const app = { yes: 'It also assigns the Atlassian app.', no: 'It does not assign the Atlassian app.', unknown: 'Whether it assigns the Atlassian app is unknown.' }; // prettier-ignore
  const others =
    profile.otherApps === '' ? 'Nothing else was named.' : `Beyond Atlassian: ${profile.otherApps}.`;
  return `${app[profile.assignsApp]} ${others} Said on ${profile.confirmedOn}.`;
}

function nextOf({ issue }: RequestText): string {
  if (issue.request === 'profile')
    return 'You are asked about people only once it is known how the group is filled.';
  return (
    'What you say is done is checked after a day, or after two syncs of the provider where those take longer. ' +
    'What is still there then comes back to you, once a week at most.'
  );
}

import { ASKING_DEFAULTS } from '../../src/contracts/settings';
import { ANSWERS } from '../../src/contracts/route-outs';
import { editRules } from '../../src/review/overrides/edit-by-hand';
import { answerRules } from '../../src/review/route-outs/answers';
import { CHECK_AFTER_MS, SYNCS_TO_WAIT } from '../../src/review/route-outs/checking';
import { paceRules } from '../../src/review/route-outs/pace';
import { answerWords } from '../../src/review/route-outs/read-comment';
import {
  commentRules,
  COMMENT_EVERY_MS,
  ESCALATE_AFTER_REMINDERS,
} from '../../src/review/route-outs/reminders';
import { LEAVER_BECAUSE, PROFILE_BECAUSE, requestRules } from '../../src/review/route-outs/request-kind';
import { SEARCH_LAG_MS } from '../../src/usecases/route-outs/deliver-request';
import { code, pageLink, table } from './markdown';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** docs/hand-over.md: how what belongs to an identity owner reaches him, and how it is seen that it was done. */
export function renderHandOver(): string {
  const { pace, syncMinutes } = ASKING_DEFAULTS;
  return `# Handing over, and seeing it done

A change of synced access belongs to the identity owner. Seatpath asks for it in a Jira issue, reads the answers, looks whether it
has happened, and says so. A row that is handed over is a correct outcome, whatever becomes of it later. The states of rows and of
issues, with who moves them, stand in [the weekly review](review-cycle.md).

## What is asked for

Rows of one group at one provider go into one issue for each kind of request. New rows join it until the identity owner has taken it
on; then they get an issue of their own.

${table(
  ['kind', 'because'],
  [
    [code('leaver-check'), LEAVER_BECAUSE],
    ...requestRules.map(({ request, because }) => [code(request), because]),
    [code('profile'), PROFILE_BECAUSE],
  ],
)}

Except for \`leaver-check\`, the first rule that holds decides. A provider can be set up to be asked about a group before its people
(\`profile\`); otherwise an unknown way into the group is said in the issue.

## How much is asked at a time

Setup says it for each provider; unless it does, ${pace.mostOpen} issues at most, as soon as something is decided. What is held back
waits, and says why; for example:

${paceRules.map(({ because }) => `- ${because({ mostOpen: 5, everyDays: 7, fewestRows: 3 })}`).join('\n')}

## One issue for each intent

Before Jira is asked, the issue is stored as asked for. Where the answer is lost, or the process dies, nobody knows whether there is
an issue: it is searched for by its label after ${SEARCH_LAG_MS / MINUTE_MS} minutes, for search lags behind, and asked for again only when two searches so far
apart found none. Should search lag for longer, the second issue is found by a later look: the older one is kept, the other is
linked, says so, and stands in the record.

## How it is answered

At the identity owner’s desk by whoever speaks for the provider, or whom the group’s profile names; or in a comment of the issue: a
person’s mention and one of these words, a line each. “All done” answers for everybody; an issue in progress says \`accepted\`
of everybody without an answer, one moved to done says \`done\` of everybody without an answer or with \`accepted\`, one closed as
won’t do disputes them. Comments of the app, of automation and of other people answer nothing.

${table(
  ['answer', 'written', 'moves the row by', 'what becomes of it'],
  ANSWERS.map((kind) => [
    code(kind),
    answerWords[kind],
    code(answerRules[kind].move),
    answerRules[kind].because,
  ]),
)}

## At the identity owner’s desk

The desk is a page of its own in Jira, under Apps: identity owners need not administer anything. They see the issues of what they speak
for and answer there for one person or for all of an issue, say what a group is at the provider, take the people as a file, and agree
to a boundary exception or decline it, with a note; not to one that they asked for. Of other directories they are shown nothing.

| who comes | by | answers, tells of groups, takes files | agrees to boundary exceptions |
| --- | --- | --- | --- |
| owner or deputy of a provider, or with the role \`identity-owner\` for it | setup | for all of its groups | yes |
| whom a group names | the profile of the group, while it holds | for that group | no |
| everybody else, Jira administrators too | – | no | no |

Where the scope is the organization, the people of all its sites stand there; otherwise those of the site on which it is opened.

## How it is seen

What is said to be done is looked for ${CHECK_AFTER_MS / HOUR_MS} hours later, and after ${SYNCS_TO_WAIT} syncs of the provider (${syncMinutes} minutes each, unless setup says
otherwise), by asking the organization for those accounts alone. A complete scan confirms a membership that is gone whoever said
what; only a scan settles a saving. A row that is still there, and one that is disputed, are back in the queue.

## If somebody does it by hand all the same

A case tells it of each of its paths before anybody tries. Of what an identity provider writes Seatpath plans a removal by hand only
where an identity owner of that provider agrees, once; whoever asks without is refused with both sentences.

${table(
  ['owner of the path', 'taken?', 'because', 'lasts?', 'because', 'pages'],
  Object.entries(editRules).map(([owner, { accepted, survives }]) => [
    code(owner),
    accepted.says,
    accepted.because,
    survives.says,
    survives.because,
    [...new Set([accepted.url, survives.url])].map(pageLink).join(', '),
  ]),
)}

## When it is said again

An issue gets one comment in ${COMMENT_EVERY_MS / HOUR_MS / 24} days at most; after ${ESCALATE_AFTER_REMINDERS} of them without an answer the person named for it is told. Stored before
it is said: a comment may be lost, and is never doubled.

${table(
  ['about', 'because'],
  commentRules.map(({ about, because }) => [code(about), because]),
)}
`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { poolPresets } from '../../src/billing/pools/presets';
import { accountSentences, resourceSentences } from '../../src/billing/sentences';
import { type SourceChange } from '../../src/contracts/records';
import { buildDecisionTable } from '../../src/decision/build';
import { findingRules } from '../../src/decision/findings';
import { foundingTable } from '../../src/decision/founding-table';
import { holdReasons, laneOfOwner } from '../../src/decision/lanes';
import { listSources } from '../../src/decision/sources';
import { ownershipRules } from '../../src/ownership/rules';
import { editRules } from '../../src/review/overrides/edit-by-hand';
import { returnSentences } from '../../src/review/queue/other-items';
import { rankBecause } from '../../src/review/queue/rank';
import { paceRules } from '../../src/review/route-outs/pace';
import { simulateChange } from '../../src/review/sources/change';
import { voidRules } from '../../src/review/sources/intent';
import { suggestForSource } from '../../src/review/sources/suggest';
import { createFormat } from '../../static/admin/src/platform/format';
import { tellerOfSentences } from '../../static/admin/src/texts/app-sentences';
import { appDictionary } from '../../static/admin/src/texts/de/app-sentences';
import { writeFigures } from '../../static/admin/src/texts/english-figures';
import { arbitraryOrg } from '../properties/arbitrary-org';
import { snapshotOfOrg } from '../properties/snapshot-of-org';
import { readScenarios } from '../scenarios/scenario-files';
import { sentencesIn, sentencesOfCases } from '../support/app-sentences';
import { withRecords } from '../support/records';
import { itemsOf } from '../support/review';
import { EVERY_CASE, saveKey } from '../support/set-up';

const tell = tellerOfSentences(appDictionary, createFormat('de-DE'));

/** Sentences without German, each once. */
const untold = (sentences: Iterable<string>): string[] => [
  ...new Set([...sentences].filter((sentence) => tell(sentence) === null)),
];

const becauseOf = (rules: Iterable<{ because: string }>): string[] =>
  [...rules].map(({ because }) => because);

describe('what the rules say has German:', () => {
  test.each([
    ['why an account takes no seat', Object.values(accountSentences)],
    ['why a product takes none', Object.values(resourceSentences)],
    ['who owns a path', becauseOf(ownershipRules)],
    ['to whom a change belongs', becauseOf(Object.values(laneOfOwner))],
    ['why a row is held', becauseOf(Object.values(holdReasons))],
    ['findings', becauseOf(findingRules)],
    ['what the founding table advises', foundingTable.map(({ outcome }) => outcome)],
    [
      'edits by hand',
      Object.values(editRules).flatMap(({ accepted, survives }) => [accepted.because, survives.because]),
    ],
    ['what voids a standing decision', voidRules.map(({ example }) => example)],
    ['the rank of the queue', Object.values(rankBecause)],
    ['why something is open again', Object.values(returnSentences)],
    ['what is bought together', becauseOf(poolPresets)],
    [
      'how much a provider is asked at a time',
      [1, 2].flatMap((mostOpen) =>
        paceRules.map(({ because }) => because({ mostOpen, everyDays: 7, fewestRows: 3 })),
      ),
    ],
  ])('%s', (_, sentences) => {
    expect(sentences).not.toEqual([]);
    expect(untold(sentences)).toEqual([]);
  });
});

/** The texts that the app refuses with, as they stand in its sources; what is put together is not among them. */
function refusals(): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'UseCaseError') {
      const says = node.arguments?.[1];
      if (says !== undefined && ts.isStringLiteralLike(says)) found.push(says.text);
    }
    ts.forEachChild(node, look);
  };
  const folder = join(__dirname, '../../src');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.ts'),
  ))
    look(ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2022, true));
  return found;
}

test('what the app refuses with has German', () => {
  expect(refusals().length).toBeGreaterThan(40);
  expect(untold(refusals())).toEqual([]);
});

/** What German lost of a sentence: names in quotes, and ids such as `atlassian/user`. */
function lost(sentence: string): string[] {
  const told = tell(sentence)!;
  const quoted = [...sentence.matchAll(/“([^”]*)”/g)].map(([, name]) => `„${name!}“`);
  const ids = sentence.match(/[\w-]+[/@][\w-]+/g) ?? [];
  return [...quoted, ...ids].filter((part) => !told.includes(part));
}

function expectTold(sentences: Iterable<string>, about: string): void {
  const said = [...new Set(sentences)];
  expect(untold(said), about).toEqual([]);
  expect(said.flatMap(lost), about).toEqual([]);
  expect(said.map((sentence) => tell(sentence)!).filter((told) => /[{}]|undefined/.test(told))).toEqual([]);
}

test('whatever a case of a scenario says has German, with every name in it', () => {
  for (const { name, org, settings } of readScenarios()) {
    for (const deep of [false, true]) {
      const terms = { now: Date.parse(org.now), inactiveDays: settings.inactiveDays, plans: new Map() };
      expectTold(sentencesOfCases(buildDecisionTable(snapshotOfOrg(org, deep), terms)), name);
    }
  }
});

test('and so does a case of any organization', () => {
  fc.assert(
    fc.property(arbitraryOrg, fc.boolean(), (org, deep) => {
      const terms = { now: Date.parse(org.now), inactiveDays: 90, plans: new Map() };
      expectTold(sentencesOfCases(buildDecisionTable(snapshotOfOrg(org, deep), terms)), 'any organization');
    }),
    { numRuns: 100 },
  );
}, 60_000);

const changes: readonly SourceChange[] = [
  { do: 'revoke-grant' },
  { do: 'unset-default' },
  { do: 'split-group', keep: { claimStatuses: ['managed'], domains: [] } },
  { do: 'change-role', from: 'atlassian/user', to: 'atlassian/guest' },
  { do: 'change-role', from: 'atlassian/admin', to: 'atlassian/viewer' },
];

test('so has whatever a source is suggested or refused, in any organization', () => {
  fc.assert(
    fc.property(arbitraryOrg, (org) => {
      const terms = { now: Date.parse(org.now), inactiveDays: 90, plans: new Map() };
      const table = buildDecisionTable(snapshotOfOrg(org, false), terms);
      const moves = org.groups.map(({ id }): SourceChange => ({ do: 'move-default', toGroupId: id }));
      for (const source of listSources(table)) {
        const suggested = [0, source.seats].map(
          (redundant) => suggestForSource(table, source, redundant).because,
        );
        const effects = [...changes, ...moves].map((change) => simulateChange(table, source.grant, change));
        const told = effects.flatMap(({ refused, warnings }) => [
          ...warnings,
          ...(refused === null ? [] : [refused]),
        ]);
        expectTold([...suggested, ...told], 'any source');
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('so has every answer to the page, from the saved key to the savings', async () => {
  await withRecords(async (app) => {
    const { lines } = await app.call('cases/list', EVERY_CASE);
    const answers: unknown[] = [await saveKey(app)];
    for (const { person, ari } of lines)
      answers.push(await app.call('cases/get', { accountId: person.accountId, ari }));
    const asked = { ari: null, text: '', sort: 'seats', offset: 0, limit: 200 } as const;
    for (const { groupId, ari } of (await app.call('sources/list', asked)).lines)
      answers.push(await app.call('sources/get', { groupId, ari }));
    const items = await itemsOf(app);
    for (const call of [
      'scan/progress',
      'overview/get',
      'protections/suggest',
      'pools/list',
      'cycle/get',
    ] as const)
      answers.push(await app.call(call, {}));
    const reasons = items.map(({ item }) => item.reason).filter((reason) => reason !== '');
    const said = [...answers, ...items].flatMap(sentencesIn);
    expect(said.length).toBeGreaterThan(100);
    expectTold([...said, ...reasons], 'an answer');
  });
}, 120_000);

const sayings = [appDictionary.sentences, ...Object.values(appDictionary.phrases)].flatMap((one) =>
  Object.entries(one),
);
const blanksOf = (text: string): string[] => (text.match(/\{\w+/g) ?? []).sort();

test('German fills in what English fills in, and quotes as German does', () => {
  expect(sayings.filter(([says, german]) => String(blanksOf(says)) !== String(blanksOf(german)))).toEqual([]);
  expect(sayings.filter(([, german]) => /["”‘’']|“[^„]*“/.test(german)).map(([, german]) => german)).toEqual(
    [],
  );
});

test('English writes as figures what German takes for counts and days', () => {
  const format = createFormat('en-US');
  // Of an answer of the API that is no count.
  const figures = sayings.filter(([says]) => /:(number|day)\}/.test(says.replace('{status:number}', '')));
  expect(figures.length).toBeGreaterThan(25);
  for (const [says] of figures) {
    const filled = (count: string, day: string): string =>
      says
        .replace(/\{\w+:number\}/g, count)
        .replace(/\{\w+:day\}/g, day)
        .replace(/\{[^}]*\}/g, 'x');
    expect(writeFigures(filled('4711', '2026-11-06'), format)).toBe(filled('4,711', 'Nov 6, 2026'));
  }
});

test.each([
  'Kiosk 2000 is in the group “2026-11-06”, which gives atlassian/user on Jira.',
  'members of group g-2026-11-06: the call was rejected (4040)',
  'The group is called “the 2000 seats”.',
])('English leaves names as they are: %s', (says) => {
  expect(writeFigures(says, createFormat('en-US'))).toBe(says);
});

test('the app, or Atlassian’s API, still says what the dictionary holds', () => {
  const sources = ['src', 'local/org'].flatMap((room) => {
    const folder = join(__dirname, '../..', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  });
  const all = sources.join('\n');
  // Of a sentence that is put together, the longest part that stands in one piece.
  const longest = (says: string): string =>
    says
      .split(/\{[^}]*\}|\d+/)
      .sort((a, b) => b.length - a.length)[0]!
      .replace(/^[\s.,:;”]+|[\s.,:;“]+$/g, '');
  expect(sayings.map(([says]) => longest(says)).filter((words) => !all.includes(words))).toEqual([]);
});

test.each([
  [
    'members of group g-1: the key may not make this call (403): the key lacks read:groups:admin, or the right to manage this organization (FORBIDDEN: no)',
    'Mitglieder der Gruppe g-1: der Schlüssel darf diesen Aufruf nicht machen (403): Ihm fehlt read:groups:admin oder das Recht, diese Organisation zu verwalten (FORBIDDEN: no)',
  ],
  [
    'audit log: 60 pages were read; what is older was not read',
    'Audit-Protokoll: 60 Seiten wurden gelesen; Älteres wurde nicht gelesen',
  ],
  ['1204 of 9000 accounts were seen', '1.204 von 9.000 Konten wurden gesehen'],
  ['Missing: identity owner of Okta.', 'Es fehlt: die IdP-Verantwortung von Okta.'],
  [
    'Missing: identity owner of Okta; Jira project and issue type for Okta.',
    'Es fehlt: die IdP-Verantwortung von Okta; Jira-Projekt und Vorgangstyp für Okta.',
  ],
  [
    'The owner of the group was local-group and is default-group now.',
    'Eigentümer der Gruppe: früher „Lokale Gruppe“, jetzt „Standardgruppe“.',
  ],
  [
    'Billed: an active account with atlassian/admin and atlassian/user through the group “jira-users” and 1234 more paths.',
    'Abgerechnet: ein aktives Konto mit atlassian/admin und atlassian/user über die Gruppe „jira-users“ und 1.234 weitere Pfade.',
  ],
  [
    'Billed: an active account with atlassian/user through a role of its own and 1 more path.',
    'Abgerechnet: ein aktives Konto mit atlassian/user über eine eigene Rolle und einen weiteren Pfad.',
  ],
  [
    'Ada “the first” Lovelace is in the group “R&D. (new)”, which gives atlassian/user on Jira, in {beta}.',
    'Ada “the first” Lovelace ist in der Gruppe „R&D. (new)“, die atlassian/user auf Jira, in {beta} gewährt.',
  ],
  [
    'The account holds atlassian/user on jira directly, without a group.',
    'Das Konto hat atlassian/user auf jira direkt, ohne Gruppe.',
  ],
  [
    'Only 3 edits together free the seat: 1 by the identity owner, 2 by the administrators who gave the role.',
    'Nur 3 Änderungen zusammen geben den Platz frei. Zuständig: die IdP-Verantwortung (1) und die Administratoren, die die Rolle gegeben haben (2).',
  ],
  [
    'Came into the group on 2026-11-06: a sync wrote it. Actor: J. Doe. Formerly default: the group was a default of this product until 2026-11-09.',
    'In die Gruppe gekommen am 06.11.2026: Eine Synchronisierung hat es geschrieben. Ausgeführt von: J. Doe. Früher Standard: Die Gruppe war bis 09.11.2026 Standardgruppe dieses Produkts.',
  ],
  [
    'On hold. The group’s sync flag and its manager contradict each other. Nobody may be asked to change a path whose owner is not known.',
    'Zurückzustellen. Was die API über Synchronisierung und Verwaltung der Gruppe angibt, widerspricht sich. Niemand darf um die Änderung eines Pfads gebeten werden, dessen Eigentümer unbekannt ist.',
  ],
  [
    'Account hibernating, membership active, managed by the organization.',
    'Konto: hibernating, Mitgliedschaft: aktiv, von der Organisation verwaltet.',
  ],
])('of “%s” German says “%s”', (says, german) => {
  expect(tell(says)).toBe(german);
});

test.each([
  'The contract ended, and she left.',
  // A sentence that is known does not make the next one known.
  'Who decided, when and why. Ask Ada.',
  'Billed: an active account with atlassian/user through a door.',
])('what the app never says is left alone: %s', (says) => {
  expect(tell(says)).toBeNull();
});

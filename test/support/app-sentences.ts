import { tellPath } from '../../src/access/sentence';
import { factsToCheck, suggest, tellFreeing, tellLane, whyOf } from '../../src/decision/advice';
import { entryCauseOf, tellEntry } from '../../src/decision/entry-cause';
import { tellFacts } from '../../src/decision/four-facts';
import { caseTeller, type DecisionTable } from '../../src/decision/tell';
import { predictEdit } from '../../src/review/overrides/edit-by-hand';

/** Everything that the app says of the cases of a table, each sentence as the case panel gets it. */
export function* sentencesOfCases(table: DecisionTable): Generator<string> {
  const tell = caseTeller(table);
  for (let c = 0; c < table.paths.caseAccount.length; c += 1) {
    const one = tell(c);
    const facts = tellFacts(one);
    yield* [one.billableBecause, tellFreeing(one), facts.identity, facts.account, facts.productAccess];
    for (const [i, row] of one.rows.entries()) {
      const entry = entryCauseOf(table, table.paths.rowStart[c]! + i);
      const { accepted, survives } = predictEdit(row);
      yield* [tellPath('Ada Celatum', 'jira', row), tellLane(row), accepted.because, survives.because];
      yield* [suggest(row), row.hold, entry && tellEntry(entry, (actor) => actor)].filter(
        (said) => said !== null,
      );
      yield* [...whyOf(row).map(({ because }) => because), ...factsToCheck(one, row, entry)];
    }
  }
}

/** Where the app says something in what it answers, beside what people wrote. */
const SAID = [
  'because',
  'billableBecause',
  'check',
  'freeing',
  'hold',
  'lane',
  'missingForRouteOut',
  'neededFor',
  'proof',
  'reasons',
  'refused',
  'sentence',
  'suggestion',
  'voidBecause',
  'warnings',
];

/** Every sentence of the app in an answer to the page, wherever it stands in it. */
export function sentencesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]: [string, unknown]) => {
    const said = SAID.includes(key) ? [value].flat().filter((one) => typeof one === 'string') : [];
    return [...said, ...sentencesIn(value)];
  });
}

import { byWhatItNames } from './anomalies';
import { FREE_TEXT, type Outcome } from './outcome';

/**
 * The judged part of a decisions document, or of the oracle's answer, with every key in the place where it
 * stood: free texts become `FREE_TEXT` where they are one non-empty line, instants are spelled alike, and
 * top-level anomalies are sorted by what they name, each once: whether two unknown roles in one place are one
 * anomaly or two, and their order inside a kind, the contract leaves open.
 */
export function comparable(outcome: Outcome): Outcome {
  const copy = structuredClone({
    resources: outcome.resources,
    anomalies: outcome.anomalies,
    cases: outcome.cases,
  });
  for (const anomaly of copy.anomalies) anomaly.detail = judged(anomaly.detail);
  copy.anomalies = copy.anomalies
    .sort(byWhatItNames)
    .filter((anomaly, at, all) => at === 0 || byWhatItNames(all[at - 1]!, anomaly) !== 0);
  for (const one of copy.cases) {
    one.billableBecause = judged(one.billableBecause);
    if (one.lastActive !== 'never' && one.lastActive !== 'unknown') {
      one.lastActive = new Date(one.lastActive).toISOString();
    }
    for (const row of one.rows) {
      row.rule = judged(row.rule);
      row.because = judged(row.because);
      if (row.hold !== null) row.hold = judged(row.hold);
    }
  }
  return copy;
}

function judged(text: string): string {
  return text.trim() !== '' && !/[\r\n]/.test(text)
    ? FREE_TEXT
    : `not one line of text: ${JSON.stringify(text)}`;
}

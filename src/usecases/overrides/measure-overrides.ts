import type { OverridesMeasured } from '../../contracts/overrides';
import type { Settings } from '../../contracts/settings';
import { measure, resultOf } from '../../review/overrides/measured';
import { indexRows } from '../../review/queue/row-index';
import { currentTable } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { recordScope } from '../records/record-scope';

/** What became of the edits of synced access that boundary exceptions permitted, against what was said of them before. */
export async function measureOverrides(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<OverridesMeasured> {
  const mayI = await recordScope(ports, settings, caller, 'boundary-exception');
  const exceptions = (await ports.records.list('boundary-exception')).filter(mayI);
  const actions = await ports.records.list('local-action');
  if (!actions.some(({ under }) => under !== null)) return measure([]);
  const { table, published } = await currentTable(ports, settings);
  const rowOf = indexRows(table);
  const scanBegan = Date.parse(published.report.startedAt);
  return measure(
    exceptions.flatMap(({ id, predicted }) =>
      actions
        .filter(({ under }) => under === id)
        .map((action) => {
          const steppedAt = Date.parse(action.steps.at(-1)?.at ?? action.recordedAt);
          const isThere = scanBegan > steppedAt && rowOf(action.row) !== -1;
          return { predicted, result: resultOf(action, isThere) };
        }),
    ),
  );
}

import type { SourceChange } from '../../contracts/records';
import type { Owner } from '../../contracts/vocabulary';
import type { Source } from '../../decision/sources';
import type { DecisionTable } from '../../decision/tell';
import { simulateChange } from './change';

export interface SourceSuggestion {
  readonly do: 'intend' | 'redesign' | 'attest';
  readonly because: string;
  readonly change: SourceChange | null;
}

/** What a group is, by its owner; only groups are sources. */
const KINDS: Partial<Readonly<Record<Owner, string>>> = {
  'idp-owned': 'A synced group',
  'default-group': 'A default group',
  'local-group': 'A local group',
};

/** From what share of its seats on a default group is a second way in rather than the way in. */
const REDUNDANT_FROM = 0.5;

/** What is suggested for a source that nobody has decided. `redundant`: seats that synced groups keep as well. */
export function suggestForSource(table: DecisionTable, source: Source, redundant: number): SourceSuggestion {
  if (source.owner === 'unknown') {
    return {
      do: 'attest',
      because: 'Nobody can decide this source before somebody says whose it is.',
      change: null,
    };
  }
  if (source.owner === 'default-group' && source.seats > 0 && redundant >= source.seats * REDUNDANT_FROM) {
    const change: SourceChange = { do: 'unset-default' };
    const possible = simulateChange(table, source.grant, change).refused === null;
    return {
      do: 'redesign',
      because: `${redundant} of its ${source.seats} seats are held by a synced group as well: newcomers need not come in here.`,
      change: possible ? change : null,
    };
  }
  return {
    do: 'intend',
    because: `${KINDS[source.owner] ?? 'A group'} that is wanted is decided once, for everybody who comes in as expected.`,
    change: null,
  };
}

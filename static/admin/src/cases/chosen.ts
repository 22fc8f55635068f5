import { useState } from 'react';
import { type CaseFilter, type CaseLine } from '../../../../src/contracts/case-views';

const keyOf = ({ person, ari }: Pick<CaseLine, 'person' | 'ari'>): string => `${person.accountId} ${ari}`;

export interface Lines {
  lines: ReadonlyMap<string, CaseLine>;
  has: (line: CaseLine) => boolean;
  turn: (line: CaseLine) => void;
  clear: () => void;
}

/** Lines of the table that somebody picked out; they are forgotten when `of` changes: what is out of sight is not meant. */
export function usePicked(of: string): Lines {
  const [picked, setPicked] = useState<{ of: string; lines: ReadonlyMap<string, CaseLine> }>({
    of,
    lines: new Map(),
  });
  const lines = picked.of === of ? picked.lines : new Map<string, CaseLine>();
  const turn = (line: CaseLine): void => {
    const next = new Map(lines);
    if (!next.delete(keyOf(line))) next.set(keyOf(line), line);
    setPicked({ of, lines: next });
  };
  return {
    lines,
    has: (line) => lines.has(keyOf(line)),
    turn,
    clear: () => setPicked({ of, lines: new Map() }),
  };
}

/** Whether all that a filter leaves may be chosen at once: one finding says why of cases that nobody looked at. */
export const namesFinding = ({ finding }: Pick<CaseFilter, 'finding'>): boolean =>
  finding !== null && finding !== 'any';

export interface Chosen {
  /** Whether everything that the filters leave is chosen, but the marked. */
  all: boolean;
  /** The lines chosen; of all, those left out. */
  marked: readonly CaseLine[];
  count: number;
  has: (line: CaseLine) => boolean;
  turn: (line: CaseLine) => void;
  turnAll: () => void;
  clear: () => void;
}

/** Cases chosen for one decision: picked one by one, or all of `matched` but a few. */
export function useChosen(of: string, matched: number): Chosen {
  const marked = usePicked(of);
  const [allOf, setAllOf] = useState<string | null>(null);
  const all = allOf === of;
  const clear = (): void => {
    marked.clear();
    setAllOf(null);
  };
  return {
    all,
    marked: [...marked.lines.values()],
    count: all ? matched - marked.lines.size : marked.lines.size,
    has: (line) => all !== marked.has(line),
    turn: marked.turn,
    turnAll: () => {
      marked.clear();
      setAllOf(all ? null : of);
    },
    clear,
  };
}

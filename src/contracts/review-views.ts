import { z } from 'zod';
import { Cycle, CycleState, RowCounts } from './cycles';
import { RowRef } from './evidence';
import { ERROR_CODES } from './error-codes';
import { Heap, ItemSection, QueueItem } from './queue';
import {
  Intent,
  ProtectionClass,
  ProtectionRule,
  Redesign,
  ReviewRecord,
  SourceAttestation,
  SourceChange,
  Stewardship,
} from './records';
import { SourceLine } from './source-views';
import { Activity, Person } from './views';
import { EntryCause, Owner } from './vocabulary';

/* What the page is shown of the review: the cycle, its queue, sources and registers. */

export const CycleView = z.strictObject({
  /** The cycle that is open, or was last; null before the first. */
  cycle: Cycle.nullable(),
  /** Changes with every move of the cycle; given back when it is closed. */
  version: z.int(),
  /** When the next one is due. */
  nextDueAt: z.iso.datetime(),
  timeZone: z.string(),
  /** How far the open cycle is; null where none is open. */
  progress: z
    .strictObject({
      items: z.strictObject({ total: z.int(), decided: z.int() }),
      /** Rows with a finding at the opening, by what has become of them until now. */
      rows: RowCounts,
      sections: z.array(z.strictObject({ section: ItemSection, items: z.int(), undecided: z.int() })),
    })
    .nullable(),
  /** What is undecided now, or was at the end: of this week's items, and of those behind them; null before the opening. */
  open: z.strictObject({ queue: Heap, backlog: Heap }).nullable(),
  /** Earlier cycles, newest first. */
  earlier: z.array(
    z.strictObject({ id: z.string(), state: CycleState, dueAt: z.iso.datetime(), cycle: Cycle }),
  ),
  people: z.array(Person),
});
export type CycleView = z.infer<typeof CycleView>;

/** What is suggested for an item or a source, with the rule that says so. */
export const Suggestion = z.strictObject({
  do: z.enum(['intend', 'redesign', 'free-seats', 'find-out', 'attest', 'look']),
  because: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** An item without its people, and how far it is. */
export const QueueLine = z.strictObject({
  item: QueueItem.omit({ people: true }),
  groupName: z.string().nullable(),
  product: z.string().nullable(),
  site: z.string().nullable(),
  people: z.int(),
  /** People of whom nothing is open any more. */
  decided: z.int(),
  suggestion: Suggestion,
});
export type QueueLine = z.infer<typeof QueueLine>;

export const QueueList = z.strictObject({
  cycleId: z.string().nullable(),
  /** Items of this part at the opening, decided or not. */
  total: z.int(),
  /** Billing seats that they ask about, each once. */
  seats: z.int(),
  freeable: z.int(),
  lines: z.array(QueueLine),
});
export type QueueList = z.infer<typeof QueueList>;

/** An item of a review that has ended; `ends`: its rows by what had become of them, null where nobody knows. */
export const PastItem = QueueLine.pick({
  item: true,
  groupName: true,
  product: true,
  site: true,
  people: true,
}).extend({ ends: RowCounts.nullable() });
export type PastItem = z.infer<typeof PastItem>;

/** A review that has ended, as it was then. */
export const PastCycle = z.strictObject({
  cycle: Cycle,
  timeZone: z.string(),
  /** Whether the ledger of its end is still there. */
  ledgerKept: z.boolean(),
  /** The items of its queue, in their rank. */
  items: z.array(PastItem),
  people: z.array(Person),
});
export type PastCycle = z.infer<typeof PastCycle>;

/** A decision on a row, in short. */
const RowDecisionMark = z.strictObject({ recordId: z.string(), kind: z.string(), state: z.string() });

export const ItemPerson = z.strictObject({
  person: Person,
  ari: z.string(),
  product: z.string(),
  activity: Activity,
  /** Days that the seat is known to be old at least; null where nobody knows. */
  seatAgeDays: z.int().nullable(),
  /** Edits that free the seat. */
  edits: z.int(),
  rows: z.array(
    z.strictObject({
      row: RowRef,
      owner: Owner,
      groupName: z.string().nullable(),
      decided: RowDecisionMark.nullable(),
    }),
  ),
  /** As what the account is protected now; null where no protection names it. */
  protectedAs: ProtectionClass.nullable(),
  /** True where the last scan no longer shows the case. */
  gone: z.boolean(),
});
export type ItemPerson = z.infer<typeof ItemPerson>;

export const ItemView = z.strictObject({
  cycleId: z.string(),
  line: QueueLine,
  total: z.int(),
  /** People of whom something is undecided and whom a bulk passes over. */
  protected: z.int(),
  lines: z.array(ItemPerson),
});
export type ItemView = z.infer<typeof ItemView>;

/** A bulk decision at work: one note, a result for each row. */
export const BatchView = z.strictObject({
  id: z.string(),
  itemId: z.string().nullable(),
  /** Whether it takes back what another bulk recorded. */
  takesBack: z.boolean(),
  /** The bulk that takes this one back; of several the last. */
  takenBackBy: z.string().nullable(),
  /** Records that another bulk would still take back: none while this one, or its taking back, is under way. */
  left: z.int(),
  state: z.enum(['running', 'done']),
  total: z.int(),
  recorded: z.int(),
  refused: z.int(),
  results: z.array(
    z.strictObject({
      row: RowRef,
      /** Null where the path is no group, or the last scan does not know it. */
      groupName: z.string().nullable(),
      person: Person,
      recordId: z.string().nullable(),
      code: z.enum(ERROR_CODES).nullable(),
      message: z.string().nullable(),
    }),
  ),
});
export type BatchView = z.infer<typeof BatchView>;

/** The group that a default is to move to; null where nothing moves, or the last scan does not know it. */
const ToGroupName = z.string().nullable();

const Share = z.strictObject({ name: z.string(), people: z.int(), seats: z.int() });

export const SourceView = z.strictObject({
  line: SourceLine,
  /** The two edges of every path through the source, and who owns each. */
  edges: z.strictObject({
    membership: z.strictObject({ owner: Owner, sentence: z.string() }),
    grant: z.strictObject({ sentence: z.string() }),
  }),
  rule: z.strictObject({ because: z.string(), url: z.string(), checked: z.string() }),
  /** How its people came into the group, as far as the audit log tells; `unknown` where it does not. */
  entries: z.array(z.strictObject({ cause: EntryCause, people: z.int(), seats: z.int() })),
  claimStatuses: z.array(Share),
  domains: z.array(Share),
  overlap: z.array(
    z.strictObject({ groupId: z.string(), groupName: z.string(), owner: Owner, seats: z.int() }),
  ),
  grants: z.array(
    z.strictObject({
      ari: z.string(),
      product: z.string(),
      roles: z.array(z.string()),
      defaultFor: z.string().nullable(),
      seats: z.int(),
    }),
  ),
  /** The decision that holds, or was last; null where there never was one. */
  decision: z
    .strictObject({ record: z.union([Intent, Redesign]), version: z.int(), toGroupName: ToGroupName })
    .nullable(),
  /** Why the standing decision will be void in the next cycle; null where it holds. */
  voidBecause: z.string().nullable(),
  attestation: z.strictObject({ record: SourceAttestation, version: z.int() }).nullable(),
  stewardship: z.strictObject({ record: Stewardship, version: z.int() }).nullable(),
  /** Other groups that could be default here instead. */
  otherGroups: z.array(z.strictObject({ groupId: z.string(), groupName: z.string() })),
  suggestion: Suggestion,
  suggestedChange: SourceChange.nullable(),
  people: z.array(Person),
});
export type SourceView = z.infer<typeof SourceView>;

const Hit = z.strictObject({ count: z.int(), hash: z.string(), people: z.array(Person) });

/** What a change of a source would do, before anybody decides it. */
export const ChangePreview = z.strictObject({
  change: SourceChange,
  /** Why it cannot be decided; null where it can. */
  refused: z.string().nullable(),
  /** At most 50 people are named; the hash stands for all of them. */
  losesAccess: Hit,
  losesSeat: Hit,
  /** Seats that other sources keep. */
  keptBy: z.array(z.strictObject({ groupName: z.string(), seats: z.int() })),
  warnings: z.array(z.string()),
});
export type ChangePreview = z.infer<typeof ChangePreview>;

export const ProtectionSuggestion = z.strictObject({
  rule: ProtectionRule,
  class: ProtectionClass,
  because: z.string(),
  /** Whom or what the rule names, for a person. */
  subject: z.string(),
  affects: z.int(),
});
export type ProtectionSuggestion = z.infer<typeof ProtectionSuggestion>;

/** A record in a register, with what a person needs to read it and may do to it. */
export const RegisterLine = z.strictObject({
  record: ReviewRecord,
  version: z.int(),
  subject: z.strictObject({
    person: Person.nullable(),
    product: z.string().nullable(),
    groupName: z.string().nullable(),
    toGroupName: ToGroupName,
    site: z.string().nullable(),
  }),
  /** `in-force`, or no more: its end has come, or a state that nothing follows. */
  inForce: z.boolean(),
  /** Moves that the caller may make now. */
  moves: z.array(z.string()),
  people: z.array(Person),
});
export type RegisterLine = z.infer<typeof RegisterLine>;

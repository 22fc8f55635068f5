import { type Replies } from './replies';

type ExportCall = Extract<keyof Replies, `exports/${string}`>;

/** Files in two pieces, as the app would send a longer one; the first begins with a byte-order mark. */
export function exportReplies(): Pick<Replies, ExportCall> {
  const pieces = (subject: string, from: number) =>
    from === 0
      ? { text: '\ufeffperson,what\r\n', next: 1 }
      : { text: `Zoë Ångström,${subject}\r\n`, next: null };
  return {
    'exports/cases': ({ from }) => pieces('cases', from),
    'exports/register': ({ kind, from }) => pieces(kind, from),
    'exports/decisions': ({ cycleId, from }) => pieces(`decisions of ${cycleId}`, from),
    'exports/ledger': ({ cycleId, from }) => pieces(`ledger of ${cycleId}`, from),
  };
}

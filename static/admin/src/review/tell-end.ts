import { type Disposition } from '../../../../src/contracts/queue';
import { type Translate } from '../texts/texts';

/** What had become of a path by the end of its review; one that was open then was carried over. */
export function tellEnd(t: Translate, disposition: Disposition): string {
  const carried = disposition === 'queued' || disposition === 'backlog';
  return t(carried ? `history.carried.${disposition}` : `disposition.${disposition}`);
}

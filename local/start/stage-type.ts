import type { Person } from '../host/web/options';
import type { OrgFile } from '../org/org-file';

/** What is played on the laptop: a world for the simulation, and who in it sits before the page. */
export interface Stage {
  /** Played by the simulated organization; for a live one, only its sites and the person who looks. */
  readonly world: OrgFile;
  readonly people: readonly Person[];
  /** The organization admin who does the first setup. */
  readonly admin: string;
  readonly notice: string;
}

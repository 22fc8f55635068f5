import { poolPresets } from '../billing/pools/presets';
import { roleBillingSource } from '../billing/roles';
import { ATLASSIAN_PAGES, PAGE_TITLES, PAGES_CHECKED } from '../contracts/atlassian-pages';
import { type Help, type PageLink, RULE_PARTS, type RulePart } from '../contracts/help';
import { OWNERS } from '../contracts/vocabulary';
import { findingRules } from '../decision/findings';
import { foundingTable } from '../decision/founding-table';
import { holdReasons, laneOfOwner } from '../decision/lanes';
import { ownershipRules } from '../ownership/rules';
import { editRules } from '../review/overrides/edit-by-hand';

interface Sourced {
  readonly source: string;
}
const sourceOf = ({ source }: Sourced): string => source;

/** The pages that the rules of each kind rest on. */
const pagesUnder: Readonly<Record<RulePart, readonly string[]>> = {
  signals: foundingTable.map(sourceOf),
  owners: ownershipRules.map(sourceOf),
  lanes: [...Object.values(laneOfOwner), ...Object.values(holdReasons)].map(sourceOf),
  findings: findingRules.map(sourceOf),
  seats: [roleBillingSource.source],
  edits: Object.values(editRules).flatMap(({ accepted, survives }) => [accepted.url, survives.url]),
  pools: poolPresets.map(sourceOf),
};

const titles: ReadonlyMap<string, string> = new Map(
  Object.entries(ATLASSIAN_PAGES).map(([page, url]) => [
    url,
    PAGE_TITLES[page as keyof typeof ATLASSIAN_PAGES],
  ]),
);

function linkTo(url: string): PageLink {
  const title = titles.get(url);
  if (title === undefined) throw new Error(`a rule rests on a page that is not listed: ${url}`);
  return { url, title };
}

/** The rules and the official pages that they rest on, gathered from the rules themselves. */
export function getHelp(): Help {
  const urls = new Set([...Object.values(ATLASSIAN_PAGES), ...Object.values(pagesUnder).flat()]);
  return {
    signals: foundingTable.map(({ signal, source }) => ({ signal, page: linkTo(source) })),
    owners: OWNERS.map((owner) => {
      const { decision, source } = laneOfOwner[owner];
      return { owner, lane: decision, page: linkTo(source) };
    }),
    references: [...urls].map((url) => ({
      ...linkTo(url),
      checked: PAGES_CHECKED,
      usedFor: RULE_PARTS.filter((part) => pagesUnder[part].includes(url)),
    })),
  };
}

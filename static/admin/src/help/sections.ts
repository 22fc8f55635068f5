/** The sections of the help on the admin page, in their order. */
export const ADMIN_SECTIONS = [
  'about',
  'week',
  'signals',
  'owners',
  'outcomes',
  'row',
  'principles',
  'references',
] as const;

/** Those at the identity owner’s desk, who decides on no path and has no tabs. */
export const DESK_SECTIONS = ['about', 'desk', 'signals', 'owners', 'principles', 'references'] as const;

export type SectionName = (typeof ADMIN_SECTIONS)[number] | (typeof DESK_SECTIONS)[number];

/** The id of the title of a section. */
export const titleId = (name: SectionName): string => `help-${name}`;

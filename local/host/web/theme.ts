import { createRequire } from 'node:module';

/** Themes the product loads for an app that calls `view.theme.enable()`. */
const parts = ['light', 'dark', 'spacing', 'shape', 'typography', 'motion'] as const;

/** What `data-theme` on `<html>` must say for the stylesheets to apply. */
export const themeNames =
  'light:light dark:dark spacing:spacing shape:shape typography:typography motion:motion';

/** One stylesheet with the design tokens of Atlassian, joined from the installed `@atlaskit/tokens`. */
export function joinThemes(): string {
  const load = createRequire(import.meta.url);
  return parts
    .map((part) => {
      const theme = load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${part}.js`) as {
        default: string;
      };
      return theme.default;
    })
    .join('\n');
}

import type { Frame, Page } from 'playwright-core';

/** Brings to its end at once what changes colour or moves, since waiting for its end may never end. */
export const bringToRest = (shown: Page | Frame): Promise<void> =>
  shown.evaluate(() => {
    const underWay = (): Animation[] =>
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) =>
            playState !== 'finished' && effect?.getComputedTiming().endTime !== Infinity,
        );
    // The end of one may begin another: a colour that is inherited.
    for (let all = underWay(); all.length > 0; all = underWay()) for (const one of all) one.finish();
  });

import { expect, test } from 'vitest';
import { createVirtualClock } from '../../local/org/clock';

test('time stands still until it is told to pass', () => {
  const clock = createVirtualClock(1000);
  expect(clock.now()).toBe(1000);
  clock.advanceBy(500);
  expect(clock.now()).toBe(1500);
  clock.advanceTo(4000);
  expect(clock.now()).toBe(4000);
});

test('the clock does not go back', () => {
  const clock = createVirtualClock(1000);
  expect(() => clock.advanceTo(999)).toThrow('does not go back');
  expect(() => clock.advanceBy(Number.NaN)).toThrow('does not go back');
  expect(clock.now()).toBe(1000);
});

test('listeners hear of each move, until they stop listening', () => {
  const clock = createVirtualClock(0);
  const heard: [number, number][] = [];
  const stop = clock.onAdvance((now, before) => heard.push([before, now]));
  clock.advanceTo(10);
  clock.advanceBy(5);
  stop();
  clock.advanceBy(1);
  expect(heard).toEqual([
    [0, 10],
    [10, 15],
  ]);
});

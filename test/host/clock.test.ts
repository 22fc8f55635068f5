import { expect, test } from 'vitest';
import { createHostClock, handClock, systemClock } from '../../local/host/clock';

test('alarms ring in order of their time when the source is moved, not before', async () => {
  const source = handClock(0);
  const clock = createHostClock(source);
  const rung: string[] = [];
  clock.at(20, () => rung.push('b'));
  clock.at(10, () => rung.push('a'));
  const takeBack = clock.at(15, () => rung.push('never'));
  takeBack();
  source.advance(9);
  await clock.settle();
  expect(rung).toEqual([]);
  await clock.reach(20);
  expect(rung).toEqual(['a', 'b']);
});

test('a source that is moved from outside is noticed without being told', async () => {
  const source = handClock(0);
  const clock = createHostClock(source);
  const slept = clock.sleep(86_400_000);
  source.advance(86_400_000);
  await expect(slept).resolves.toBeUndefined();
});

test('the wall clock cannot be moved: reaching a time waits for it', async () => {
  const clock = systemClock();
  expect(clock.movable).toBe(false);
  const at = clock.now() + 20;
  await clock.reach(at);
  expect(clock.now()).toBeGreaterThanOrEqual(at);
});

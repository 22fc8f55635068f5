import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SEAT_OWNERS } from '../../static/admin/src/charts/seat-owners';
import { NEVER_SCANNED, PARTIAL, SCANNED } from './example-org';
import { AN_OVERVIEW } from './example-overview';
import { openPage, openStage, type Stage } from './open-page';
import { failure } from './replies';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const card = (page: Page, name: string): ReturnType<Page['locator']> => page.getByRole('region', { name });

test('the page opens with the overview: four numbers, each with what it rests on and where it leads', async () => {
  const { page, close, misdeeds } = await openPage(stage);
  const seats = card(page, 'Seats billed');
  await seats.getByText('7,056', { exact: true }).waitFor();
  await seats.getByText('Whether 12 more are billed is not known.').waitFor();
  expect(await seats.getByRole('listitem').allTextContents()).toEqual([
    'IdP-owned3,483',
    'Default group1,948',
    'Local group448',
    'Direct21',
    'Owner unknown358',
    'Several owners798',
  ]);
  const numbers = {
    'Seats in this week’s review': '2,309',
    'Seats handed over': '88',
    'Seats saved': '63',
  };
  for (const [name, value] of Object.entries(numbers))
    await card(page, name).getByText(value, { exact: true }).waitFor();
  await card(page, 'Seats in this week’s review').getByText('8 items are open, 120 wait behind them.').waitFor();
  await card(page, 'Seats saved').getByText('17 more are seen gone, and not settled yet.').waitFor();
  await seats.getByRole('button', { name: 'Show the cases' }).click();
  await page.getByRole('tab', { name: 'Cases', selected: true }).waitFor();
  expect(hash(page)).toBe('#/cases?seat=true');
  expect(await misdeeds()).toEqual([]);
  await close();
}); // prettier-ignore

test('before anything is saved the card says that nothing is seen gone, not that nothing else is', async () => {
  const { page, close } = await openPage(stage, {
    replies: { 'overview/get': () => ({ ...AN_OVERVIEW, savings: { settled: 0, observed: 0 } }) },
  });
  await card(page, 'Seats saved').getByText('None is seen gone yet.').waitFor();
  await close();
});

test('the card of what is handed over leads to the unused seats of synced groups, and once there is any to what is asked', async () => {
  const handedOver = { underWay: 0, confirmed: 0 };
  const { page, visit, close } = await openPage(stage, {
    replies: { 'overview/get': () => ({ ...AN_OVERVIEW, handedOver }) },
  });
  const seats = card(page, 'Seats handed over');
  await seats.getByRole('button', { name: 'Find unused seats in synced groups' }).waitFor();
  expect(await seats.getByRole('button').count()).toBe(1);
  await seats.getByRole('button').click();
  await page.getByRole('tab', { name: 'Cases', selected: true }).waitFor();
  expect(hash(page)).toBe('#/cases?owner=idp-owned&finding=inactive-seat&seat=true');
  handedOver.confirmed = 1;
  await visit('/');
  await page.reload();
  await seats.getByRole('button', { name: 'Find unused seats in synced groups' }).waitFor();
  await seats.getByRole('button', { name: 'Show what is asked' }).click();
  await page.getByRole('tab', { name: 'Handed over', selected: true }).waitFor();
  await close();
});

test('a number says where it rests on a part only', async () => {
  const { page, close } = await openPage(stage, { replies: { 'scan/progress': () => PARTIAL } });
  const told = card(page, 'Seats billed').locator('.meter--short');
  await told.waitFor();
  expect(await told.textContent()).toBe('99% read, 1 of 2 SCIM directories');
  await close();
});

test('four things stand out, each leading to where it is looked at', async () => {
  const { page, visit, close } = await openPage(stage);
  const list = page.getByRole('region', { name: 'What stands out' });
  await list.waitFor();
  const follow = async (words: string, address: RegExp): Promise<void> => {
    await list.getByRole('button', { name: words }).first().click();
    await expect.poll(() => hash(page)).toMatch(address);
    await visit('/overview');
  };
  await list.getByRole('heading', { name: '9 seats of people the identity provider has deactivated' }).waitFor();
  await follow('Show these cases', /^#\/cases\?way=scim-inactive\.\.$/);
  await follow('okta-jira-users', /^#\/sources\?source=group-okta-jira-users&on=/);
  await list.getByRole('heading', { name: '702 seats held by a default group and a synced one' }).waitFor();
  const redundant = list.getByRole('listitem').filter({ hasText: 'a second way in' });
  await redundant.getByRole('button', { name: 'jira-software-users' }).click();
  await expect.poll(() => hash(page)).toMatch(/&form=redesign$/);
  await visit('/overview');
  await list.getByText('Jira: 56 seats less by Jan 30, 2027 are worth $4,800.00.').waitFor();
  await follow('Pools and prices', /^#\/savings$/);
  await close();
}); // prettier-ignore

test('what nobody knows is said as unknown, not as none', async () => {
  const scimInactive = { seats: 0, directories: { read: 0, known: 1 } };
  const standouts = { ...AN_OVERVIEW.standouts, scimInactive, priceSteps: [], pricesKnown: false };
  const { page, close } = await openPage(stage, {
    replies: { 'overview/get': () => ({ ...AN_OVERVIEW, review: null, standouts }) },
  });
  await page.getByRole('heading', { name: 'Nobody knows whether leavers are billed' }).waitFor();
  await page.getByText('No SCIM directory was read.').waitFor();
  await page.getByText('No prices are known.').waitFor();
  const review = card(page, 'Seats in this week’s review');
  await review.getByText('–', { exact: true }).waitFor();
  await review.getByText('The first review opens with the next tick after the first scan.').waitFor();
  expect(await page.getByText('Where the open seats come from').count()).toBe(0);
  await close();
});

test('where some SCIM directories were not read, leavers are told as at least so many, and none as not known', async () => {
  let seats = 9;
  const directories = { read: 1, known: 3 };
  const { page, visit, close } = await openPage(stage, {
    replies: {
      'overview/get': () => ({
        ...AN_OVERVIEW,
        standouts: { ...AN_OVERVIEW.standouts, scimInactive: { seats, directories } },
      }),
    },
  });
  const leavers = page.getByRole('region', { name: 'What stands out' }).getByRole('listitem').nth(4);
  await leavers.getByRole('heading', { name: 'At least 9 seats of people the identity provider has deactivated' }).waitFor();
  await leavers.getByText('1 of 3 SCIM directories was read; the others may know of more.').waitFor();
  seats = 0;
  await visit('/cases');
  await visit('/overview');
  await leavers.getByRole('heading', { name: 'Nobody knows whether leavers are billed' }).waitFor();
  await leavers.getByText('1 of 3 SCIM directories was read, and shows nobody. Of the others nobody knows.').waitFor();
  await leavers.getByRole('button', { name: 'Open setup' }).click();
  await expect.poll(() => hash(page)).toMatch(/^#\/setup/);
  directories.read = 3;
  await visit('/overview');
  await leavers.getByRole('heading', { name: '0 seats of people the identity provider has deactivated' }).waitFor();
  await leavers.getByText('No SCIM directory has deactivated anybody who is billed.').waitFor();
  await close();
}); // prettier-ignore

test('redundant default groups beyond those told are counted', async () => {
  const redundantDefaults = { ...AN_OVERVIEW.standouts.redundantDefaults, seats: 731, more: 2 };
  const { page, close } = await openPage(stage, {
    replies: {
      'overview/get': () => ({ ...AN_OVERVIEW, standouts: { ...AN_OVERVIEW.standouts, redundantDefaults } }),
    },
  });
  await page.getByRole('heading', { name: '731 seats held by a default group and a synced one' }).waitFor();
  await page.getByText('2 more default groups').waitFor();
  await close();
}); // prettier-ignore

test('open seats are put down to the sources they come through, with the advice of the founding table', async () => {
  const { page, close } = await openPage(stage);
  const causes = page.getByRole('region', { name: 'Where the open seats come from' }).getByRole('listitem');
  await expect.poll(() => causes.count()).toBe(3);
  const first = (await causes.first().textContent()) ?? '';
  expect(first).toContain('1,948 of 3,201 come through');
  expect(first).toContain('1,246 of them have no other source. Review the membership, or redesign the default group.');
  expect(first).toContain('checked Nov 20, 2026');
  await causes.nth(1).getByRole('button', { name: 'okta-jira-users, Jira (acme)' }).click();
  await expect.poll(() => hash(page)).toMatch(/^#\/sources\?source=group-okta-jira-users/);
  await close();
}); // prettier-ignore

test('causes can be ordered by money, for each currency and way of paying; at first they are by seats', async () => {
  const { page, close } = await openPage(stage);
  const region = page.getByRole('region', { name: 'Where the open seats come from' });
  const causes = region.getByRole('listitem');
  const order = region.getByRole('group', { name: 'Order by' });
  const pressed = (): Promise<string[]> => order.locator('[aria-pressed=true]').allTextContents();
  await causes.first().getByText('1,948 of 3,201 come through').waitFor();
  expect(await order.getByRole('button').allTextContents()).toEqual([
    'Seats',
    'Money each period, USD',
    'Money at the renewal, EUR',
  ]);
  expect(await pressed()).toEqual(['Seats']);
  await order.getByRole('button', { name: 'Money each period, USD' }).press('Enter');
  await causes.first().getByText('31 of 3,201 come through').waitFor();
  await causes.first().getByText('$12,000.00').waitFor();
  expect(await causes.nth(1).textContent()).toContain('jira-software-users');
  expect(await pressed()).toEqual(['Money each period, USD']);
  await order.getByRole('button', { name: 'Money at the renewal, EUR' }).click();
  await region.getByText('No cause is worth money by these prices.').waitFor();
  await order.getByRole('button', { name: 'Seats' }).click();
  await expect.poll(() => causes.count()).toBe(3);
  await close();
}); // prettier-ignore

test('where no prices are known, causes have one order and offer no other', async () => {
  const review = { ...AN_OVERVIEW.review!, causesByMoney: [] };
  const { page, close } = await openPage(stage, { replies: { 'overview/get': () => ({ ...AN_OVERVIEW, review }) } });
  await page.getByText('1,948 of 3,201 come through').waitFor();
  expect(await page.getByRole('group', { name: 'Order by' }).count()).toBe(0);
  await close();
}); // prettier-ignore

test('each section says what its numbers rest on: the scan, the review’s scan, or records', async () => {
  const review = { ...AN_OVERVIEW.review!, verdict: 'partial' as const };
  const { page, visit, close } = await openPage(stage, {
    replies: { 'overview/get': () => ({ ...AN_OVERVIEW, review }) },
  });
  const scan = '100% read, 1 of 1 SCIM directory';
  const ofReview = 'from the partial scan of Nov 23, 2026 and the decisions since';
  const records = 'counted from records, not from the scan';
  const told = {
    'Seats billed': scan,
    'Seats in this week’s review': ofReview,
    'Seats handed over': records,
    'Seats saved': records,
    'What stands out': scan,
    'Where the open seats come from': ofReview,
    'What holds the seats': scan,
  };
  for (const [name, words] of Object.entries(told))
    await expect.poll(() => card(page, name).locator('.meter').allTextContents()).toEqual([words]);
  await visit('/sources');
  await page.getByRole('status').getByText(scan).waitFor();
  await visit('/savings');
  await page.getByRole('region', { name: 'Pools' }).getByText(scan).waitFor();
  await page.getByText(records).waitFor();
  await visit('/handed-over');
  await page.getByText(records).waitFor();
  await visit('/review');
  await page.getByRole('status').getByText('from the scan of Nov 23, 2026 and the decisions since').waitFor();
  await close();
}); // prettier-ignore

test('once a scan is in, setup leads to what stands out: four steps in their order', async () => {
  const { page, app, close } = await openPage(stage, { at: '/setup', replies: { 'scan/progress': () => NEVER_SCANNED } });
  const checklist = page.getByRole('region', { name: 'Checklist' });
  await checklist.waitFor();
  const lead = checklist.getByRole('button', { name: 'See what stands out' });
  expect(await lead.count()).toBe(0);
  app.script({ 'scan/start': () => SCANNED, 'scan/progress': () => SCANNED });
  await page.getByRole('button', { name: 'Scan now' }).click();
  await lead.press('Enter');
  const title = page.getByRole('heading', { name: 'What stands out' });
  await title.waitFor();
  await expect.poll(() => title.evaluate((heading) => heading === document.activeElement)).toBe(true);
  const steps = page.getByRole('region', { name: 'What stands out' }).getByRole('heading', { level: 3 });
  for (const [step, name] of Object.entries(['1. The sources', '2. 9 seats', '3. 702 seats', '4. The next lower price']))
    await steps.nth(Number(step)).and(page.getByRole('heading', { name })).waitFor();
  // Once only: whoever comes back finds the top.
  await expect.poll(() => hash(page)).toBe('#/overview');
  await close();
}); // prettier-ignore

test('the bars of the history have one scale, and parts as long as their numbers', async () => {
  const { page, close } = await openPage(stage);
  const region = page.getByRole('region', { name: 'Seats by owner, review by review' });
  const bars = region.locator('tbody tr svg');
  await bars.first().waitFor();
  const { history } = AN_OVERVIEW;
  const most = Math.max(...history.map(({ seats }) => seats));
  const scale = (await bars.first().boundingBox())!.width / most;
  for (const [position, { byOwner }] of history.entries()) {
    const parts = bars.nth(position).locator('rect');
    const owners = SEAT_OWNERS.filter((owner) => (byOwner[owner] ?? 0) > 0);
    expect(await parts.count()).toBe(owners.length);
    let end = (await bars.nth(position).boundingBox())!.x;
    for (const [nth, owner] of owners.entries()) {
      expect(await parts.nth(nth).getAttribute('class')).toContain(`owner--${owner}`);
      const box = (await parts.nth(nth).boundingBox())!;
      expect(Math.abs(box.x - end)).toBeLessThan(1.5);
      expect(Math.abs(box.width - byOwner[owner]! * scale)).toBeLessThan(1.5);
      end = box.x + box.width;
    }
  }
  await close();
}); // prettier-ignore

/** A point on a band: the middle of its way, where no other is drawn over it. */
async function clickBand(page: Page, name: string): Promise<void> {
  const band = page.locator('path.band').filter({ hasText: name });
  await band.scrollIntoViewIfNeeded();
  const at = await band.evaluate((path: SVGPathElement) => {
    const matrix = path.getScreenCTM()!;
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      const { x, y } = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix);
      if (document.elementFromPoint(x, y) === path) return { x, y };
    }
    throw new Error('no point of the band can be clicked');
  });
  await page.mouse.click(at.x, at.y);
}

test('bands have the colour of their owner, and a click of the mouse on one filters the cases', async () => {
  const { page, visit, close } = await openPage(stage);
  const bands = page.locator('path.band');
  await bands.first().waitFor();
  const colours = { 'Inactive → jira-software-users': 'default-group', 'okta-jira-users → Jira (acme)': 'idp-owned', 'A role of their own → Confluence (acme)': 'direct' };
  const strokes = new Set<string>();
  for (const [name, owner] of Object.entries(colours)) {
    const band = bands.filter({ hasText: name });
    expect(await band.getAttribute('class')).toContain(`owner-line--${owner}`);
    const stroke = await band.evaluate((path) => getComputedStyle(path).stroke);
    const key = page.getByRole('region', { name: 'What holds the seats' }).locator(`.owner--${owner}`).first();
    expect(stroke).toBe(await key.evaluate((box) => getComputedStyle(box).fill));
    strokes.add(stroke);
  }
  expect(strokes.size).toBe(3);
  await clickBand(page, 'Inactive → jira-software-users');
  await expect.poll(() => hash(page)).toBe('#/cases?group=group-jira-software-users&way=inactive.group.default-group');
  await page.getByText('Seats: Inactive, One group, Default group').waitFor();
  await visit('/overview');
  await bands.first().waitFor();
  await clickBand(page, 'okta-jira-users → Jira (acme)');
  await expect.poll(() => hash(page)).toMatch(/^#\/cases\?product=.*&group=group-okta-jira-users&way=\.group\.idp-owned$/);
  await page.getByText('Seats: One group, IdP-owned').waitFor();
  await close();
}); // prettier-ignore

test('a band of the picture and a line of its table lead to the same cases, by mouse and by keyboard', async () => {
  const { page, app, visit, close, misdeeds } = await openPage(stage);
  const picture = page.getByRole('img', { name: /^Seats from people/ });
  await picture.waitFor();
  const band = picture.locator('path').filter({ hasText: 'Inactive → jira-software-users: 640 seats' });
  await band.dispatchEvent('click');
  await page.getByText('Seats: Inactive, One group, Default group').waitFor();
  const address = '#/cases?group=group-jira-software-users&way=inactive.group.default-group';
  expect(hash(page)).toBe(address);
  const asked = app.asked.filter(({ call }) => call === 'cases/list').at(-1)!.input;
  expect(asked).toMatchObject({
    filter: {
      ari: null,
      groupId: 'group-jira-software-users',
      way: { cohort: 'inactive', holder: 'group', owner: 'default-group' },
    },
  });
  await page.getByRole('button', { name: 'No longer only these seats' }).click();
  await expect.poll(() => hash(page)).toBe('#/cases?group=group-jira-software-users');

  await visit('/overview');
  await page.getByText('The same as a table').focus();
  await page.keyboard.press('Enter');
  const line = page.getByRole('row', { name: /^Inactive jira-software-users Default group Jira \(acme\) 640/ });
  await line.getByRole('button', { name: 'Show cases' }).press('Enter');
  await expect.poll(() => hash(page)).toContain('&way=inactive.group.default-group');
  expect(hash(page)).toContain('product=');

  await visit('/overview');
  await page.getByText('The same as a table').click();
  const together = page.getByRole('row', { name: /^In use Other groups Local group/ });
  await together.waitFor();
  expect(await together.getByRole('button').count()).toBe(0);
  expect(await misdeeds()).toEqual([]);
  await close();
}); // prettier-ignore

test('the history tells seats by owner for each review, and where owners were not kept', async () => {
  const { page, close } = await openPage(stage);
  const lines = page.getByRole('region', { name: 'Seats by owner, review by review' }).locator('tbody tr');
  await lines.first().waitFor();
  expect(await lines.allTextContents()).toEqual([
    'Nov 2, 20267,190Owners were not kept then.',
    'Nov 9, 20267,1503,5502,10046025365650',
    'Nov 16, 2026 (partial scan)7,1013,5202,04045524362700',
    'Nov 23, 20267,0563,4831,94844821358798',
  ]);
  await close();
});

test('before the first scan the overview says what comes first', async () => {
  const { page, app, close } = await openPage(stage, {
    replies: {
      'scan/progress': () => NEVER_SCANNED,
      'overview/get': () => failure('NO_SNAPSHOT', 'No scan has finished yet. Start one.'),
    },
  });
  await page.getByRole('heading', { name: 'No scan has finished yet' }).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Scan now' }).last().click();
  await expect.poll(() => app.asked.some(({ call }) => call === 'scan/start')).toBe(true);
  await close();
});

test('names at the right of the picture end within it and can be told apart, on a wide page and a narrow one', async () => {
  const longer: Readonly<Record<string, string>> = {
    'Jira (acme)': 'Jira Service Management (harbourline)',
    'Confluence (acme)': 'Jira Service Management (harbourline-labs)',
  };
  const flows = AN_OVERVIEW.flows.map((flow) => ({
    ...flow,
    product: flow.product && { ...flow.product, name: longer[flow.product.name]! },
  }));
  const { page, close } = await openPage(stage, {
    replies: { 'overview/get': () => ({ ...AN_OVERVIEW, flows }) },
  });
  for (const width of [1440, 1200, 768]) {
    await page.setViewportSize({ width, height: 1000 });
    const names = page
      .locator('.flows__name')
      .filter({ has: page.locator('title', { hasText: 'Jira Service' }) });
    await expect
      .poll(() =>
        names.evaluateAll((texts) =>
          texts.map(
            (text) =>
              text.getBoundingClientRect().right <= text.closest('svg')!.getBoundingClientRect().right,
          ),
        ),
      )
      .toEqual([true, true]);
    const shown = await names.evaluateAll((texts) => texts.map((text) => text.childNodes[0]!.textContent));
    expect(new Set(shown).size, `${width}`).toBe(2);
  }
  await close();
});

import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Call, Input, Output, Reply } from '../../src/contracts/api';
import { people } from '../../local/org/demo/people';
import { aris, groupIdOf, providers } from '../../local/org/demo/structure';
import { choose } from '../page/choose';
import { become, close, inTheDemo, picture, saved } from './stage';

const MINE = 'okta-finance';
/** A group of which no API tells where it is written; an attestation says that it is Entra’s. */
const FOREIGN = 'legacy-import-2019';

const theatre = inTheDemo();

/** Makes a call of the admin page, as an administrator does it there. */
async function admin<C extends Call>(
  name: C,
  input: Input<C>,
  accountId = theatre().stage.admin,
): Promise<Output<C>> {
  const { installationId } = theatre().scene.host.installations[0]!;
  const reply = await theatre().scene.host.invoke(installationId, name, input, {
    accountId,
    moduleKey: 'seatpath',
  });
  const answer = reply as Reply<Output<C>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.data;
}

const dayIn = (days: number): string =>
  new Date(theatre().scene.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Hands over people of a synced group as the administrator; gives their names. */
async function handOver(group: string, count: number): Promise<string[]> {
  const held = theatre().stage.world.users.filter(
    ({ accountId, status, groups }) =>
      status === 'active' && accountId !== people.identityOwner && groups.includes(groupIdOf(group)),
  );
  const names: string[] = [];
  for (const { accountId, name } of held) {
    if (names.length === count) break;
    const row = { accountId, ari: aris.jira, groupId: groupIdOf(group) };
    const done = await admin('route-outs/record', { ...row, after: null, reason: 'Moved on.' }).catch(
      () => null,
    );
    if (done !== null) names.push(name);
  }
  if (names.length < count) throw new Error(`${group}: only ${names.length} can be handed over`);
  return names;
}

const personIn = (issue: Locator, name: string): Locator => issue.getByRole('row').filter({ hasText: name });

test('an identity owner without any right in Jira’s administration does it all at the desk, and sees nothing of another directory', async () => {
  const { identityProviders } = await admin('setup/get', {});
  for (const identityProvider of identityProviders.filter(({ idpId }) => idpId !== providers.okta))
    await admin('setup/save-identity-provider', {
      identityProvider: { ...identityProvider, owners: [people.plainUser] },
    });
  await admin('sources/attest', {
    ...{ groupId: groupIdOf(FOREIGN), after: null, reason: 'Their identity team says so.' },
    ...{ says: 'idp', idpId: providers.entra, expiresOn: dayIn(60) },
  });
  const [alone, second, third, robot, stranger] = await handOver(MINE, 5);
  const [foreign] = await handOver(FOREIGN, 1);
  const asked = theatre().stage.world.users.find(({ name }) => name === second)!;
  await admin(
    'boundary-exceptions/record',
    {
      row: { accountId: asked.accountId, ari: aris.jira, via: 'group', groupId: groupIdOf(MINE) },
      after: null,
      reason: 'The auditors come on Friday.',
      expiresOn: dayIn(10),
    },
    people.reviewer,
  );

  // She is no Jira administrator: the admin page is not hers, the desk under Apps is.
  const settings = await theatre().open();
  const { page, app } = settings;
  await become(settings, people.identityOwner);
  await app.getByRole('heading', { name: 'Seatpath is for Jira administrators' }).waitFor();
  await page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: 'Seatpath desk' }).click();
  await page.waitForURL(/\/jira\/apps\/seatpath-desk$/);
  await app.getByRole('heading', { name: 'Identity owner’s desk' }).waitFor();
  await app.getByText('You speak for Okta.').waitFor();
  const issue = app.getByRole('article').filter({ hasText: MINE });
  for (const name of [alone!, second!, third!, robot!, stranger!]) await personIn(issue, name).waitFor();
  await picture(page, 'desk-light');

  // What the group is.
  await issue.getByText('It is not known how people get into the group').click();
  await issue.getByRole('button', { name: 'Describe the group' }).click();
  const form = issue.locator('form');
  await choose(form.getByLabel('How people get into it'), 'By a rule', app);
  await form.getByLabel('Where this is known from').fill('Our own rules at Okta.');
  await form.getByRole('button', { name: 'Record' }).click();
  await form.waitFor({ state: 'detached' });
  await issue.getByText('What is known of the group').waitFor();

  // Some alone, each with an answer of its own; then the two others together: taken on first, done later.
  const dialog = app.getByRole('dialog');
  for (const [name, says] of [
    [alone!, 'Needs the access'],
    [robot!, 'Service account'],
    [stranger!, 'Not mine'],
  ] as const) {
    await personIn(issue, name)
      .getByRole('button', { name: /^Answer/ })
      .click();
    await dialog.getByRole('radio', { name: new RegExp(`^${says}`) }).check();
    await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await personIn(issue, name).getByText('Disputed').waitFor();
    await personIn(issue, name).getByText(says).waitFor();
  }
  await issue.getByRole('button', { name: /^Answer for all 2 people/ }).click();
  await dialog.getByRole('radio', { name: /^Accepted/ }).check();
  await dialog.getByRole('button', { name: 'Answer for 2 people' }).click();
  await dialog.waitFor({ state: 'detached' });
  for (const name of [second!, third!]) await personIn(issue, name).getByText('Accepted').waitFor();
  await issue.getByRole('button', { name: /^Answer for all 2 people/ }).click();
  await dialog.getByRole('radio', { name: /^Done/ }).check();
  await dialog.getByRole('button', { name: 'Answer for 2 people' }).click();
  await dialog.waitFor({ state: 'detached' });
  for (const name of [second!, third!]) await personIn(issue, name).getByText('Said to be done').waitFor();

  // The administrator reads of each what was said, and by whom.
  const handedOver = (await admin('registers/list', { kind: 'route-out' })).lines;
  for (const [name, says] of [
    [robot!, 'service-account'],
    [stranger!, 'not-mine'],
    [second!, 'done'],
  ] as const)
    expect(handedOver.find(({ subject }) => subject.person?.name === name)?.record).toMatchObject({
      answer: { says, by: people.identityOwner, through: 'page' },
    });

  // The file of who is still asked about.
  const file = await saved(page, issue.getByRole('button', { name: /^People as CSV/ }));
  expect(file).toContain(asked.accountId);

  // Her word on the override.
  const exceptions = app.getByRole('region', { name: 'Waits for your word' });
  await exceptions.getByText('The auditors come on Friday.').waitFor();
  await exceptions.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByLabel('Note (optional)').fill('This once.');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.waitFor({ state: 'detached' });
  await exceptions.getByText('Approved').first().waitFor();
  const { lines } = await admin('registers/list', { kind: 'boundary-exception' });
  expect(lines[0]!.record).toMatchObject({
    state: 'approved',
    steps: [{ by: people.identityOwner, note: 'This once.' }],
  });

  // Of the other directory there is no word, and no other identity owner sees hers.
  const told = (await app.locator('body').textContent())!;
  for (const words of [foreign!, FOREIGN, 'Google', 'Tidewater']) expect(told).not.toContain(words);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await picture(page, 'desk-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await become(settings, people.plainUser);
  await app.getByText('You speak for Google Workspace and Entra ID (Tidewater).').waitFor();
  await app.getByRole('row').filter({ hasText: foreign! }).waitFor();
  expect(await app.locator('body').textContent()).not.toContain(MINE);

  // The issue that Jira assigned to her leads here, by the address that the desk has on the site.
  await become(settings, people.identityOwner);
  const issueKey = (await issue.getByRole('link', { name: /^IAM-\d+$/ }).textContent())!;
  await page.goto(new URL(`/browse/${issueKey}`, theatre().url).href);
  await page.getByRole('link', { name: 'On your desk in Jira' }).click();
  await page.waitForURL(/\/jira\/apps\/seatpath-desk$/);
  await app.getByText('You speak for Okta.').waitFor();

  // Who administers Jira and speaks for nothing is nobody here.
  await become(settings, people.jiraAdmin);
  await app.getByRole('heading', { name: 'This desk is for identity owners' }).waitFor();
  await close(settings);
}, 240_000);

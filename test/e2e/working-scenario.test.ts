import { expect, test } from 'vitest';
import { people } from '../../local/org/demo/people';
import { de } from '../../static/admin/src/texts/de';
import { englishLeft } from '../support/english-left';
import { choose, choosePerson } from '../page/choose';
import { become, close, inTheBareDemo, leavePanel, picture, readIn, saveOrgKey, toTab } from './stage';

const theatre = inTheBareDemo();

test('an admin sets the app up, finds a seat held three ways, hands one path over and excepts another; both stay', async () => {
  const settings = await theatre().open();
  const { page, app, misdeeds } = settings;
  const { nameOf, stage, url } = theatre();

  // Setup, with nothing stored yet.
  await app.getByRole('button', { name: 'Open setup' }).first().click();
  await saveOrgKey(app, theatre());

  const providers = app.getByRole('region', { name: 'Identity providers', exact: true });
  const okta = stage.world.identityProviders.find((provider) => provider.name.startsWith('Okta'))!;
  await providers.getByRole('button', { name: 'Add identity provider' }).click();
  await providers.getByLabel('Name').fill(okta.name);
  await providers.getByLabel('Directory id').fill(okta.scimDirectoryId);
  await choosePerson(
    providers.getByLabel('Identity owner', { exact: true }),
    nameOf(people.identityOwner).slice(0, 5),
    nameOf(people.identityOwner),
    app,
  );
  await choose(providers.getByLabel('Jira project'), 'Identity & Access (IAM)', app);
  await choose(providers.getByLabel('Issue type'), 'Task', app);
  await providers.getByRole('button', { name: 'Save', exact: true }).click();
  await providers.getByRole('button', { name: `Edit ${okta.name}` }).waitFor();

  // Scan.
  await app.getByRole('button', { name: 'Scan now' }).first().click();
  await app.getByText('Complete', { exact: true }).first().waitFor({ timeout: 60_000 });

  // The account that holds Jira through a synced, a default and a legacy local group.
  await toTab(app, 'Cases');
  await app.getByRole('searchbox').fill(nameOf(people.threePaths));
  await app.getByText(/^[1-9] of \d+ cases$/).waitFor();
  const row = app.getByRole('row', { name: new RegExp(`${nameOf(people.threePaths)}.*Jira \\(`) });
  await row.first().click();
  const panel = app.getByRole('dialog', { name: new RegExp(nameOf(people.threePaths)) });
  const paths = panel.locator('.path');
  await expect.poll(() => paths.count(), { timeout: 12_000 }).toBe(3);
  for (const owner of ['IdP-owned', 'Default group', 'Local group']) {
    await panel.locator('.path', { hasText: owner }).first().waitFor();
  }
  await picture(page, 'case-light');

  // Route-out of the synced path.
  const synced = panel.locator('.path', { hasText: 'IdP-owned' }).first();
  await synced.getByRole('button', { name: 'Hand over' }).click();
  await synced.getByLabel('Reason').fill('Moved to another team; the membership is a leftover.');
  await synced.getByRole('button', { name: 'Hand over' }).click();
  await synced
    .getByText(/Handed over to/)
    .first()
    .waitFor();
  const issueKey = (await synced.getByRole('link', { name: /^IAM-\d+$/ }).textContent())!;

  // Exception for the local one.
  const local = panel.locator('.path', { hasText: 'Local group' }).first();
  await local.getByRole('button', { name: 'Record exception' }).click();
  await choose(local.getByLabel('Class'), 'Contractor', app);
  await local.getByLabel('Reason').fill('Project until the end of the quarter.');
  await choosePerson(
    local.getByLabel('Who answers for it'),
    nameOf(people.jiraAdmin).slice(0, 5),
    nameOf(people.jiraAdmin),
    app,
  );
  await local.getByRole('button', { name: 'Record exception' }).click();
  await local.getByText('answered for by').waitFor();

  // Reload: the case is open again, and both records are there.
  await page.reload();
  await panel
    .getByText(/Handed over to/)
    .first()
    .waitFor();
  await panel.getByText('answered for by').first().waitFor();
  await leavePanel(settings);
  await toTab(app, 'Records');
  await app.getByRole('row', { name: new RegExp(`${nameOf(people.threePaths)}.*${issueKey}`) }).waitFor();
  await picture(page, 'route-outs-light');
  await app.getByRole('button', { name: 'Exceptions', exact: true }).click();
  await app.getByRole('row', { name: new RegExp(`${nameOf(people.threePaths)}.*Contractor`) }).waitFor();

  expect(misdeeds).toEqual([]);

  // The issue, as the identity owner sees it.
  await page.goto(new URL(`/browse/${issueKey}`, url).href);
  await page.getByRole('heading', { name: 'Whom it is about' }).waitFor();
  await picture(page, 'issue-light');
  await page.context().close();
});

test('who is not a Jira admin is refused by the server, whatever the page shows', async () => {
  const settings = await theatre().open();
  const { app } = settings;
  await become(settings, people.plainUser);
  await app.getByRole('heading', { name: 'Seatpath is for Jira administrators' }).waitFor();
  await close(settings);
});

test('the same case in the dark theme', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  const { nameOf } = theatre();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await toTab(app, 'Cases');
  await app.getByRole('searchbox').fill(nameOf(people.threePaths));
  await app.getByText(/^[1-9] of \d+ cases$/).waitFor();
  await app
    .getByRole('row', { name: new RegExp(`${nameOf(people.threePaths)}.*Jira \\(`) })
    .first()
    .click();
  const panel = app.getByRole('dialog', { name: new RegExp(nameOf(people.threePaths)) });
  await panel.getByText('answered for by').first().waitFor();
  await picture(page, 'case-dark');
  await close(settings);
});

test('a reader who chooses German gets the review in German, and keeps it', async () => {
  const settings = await theatre().open();
  const { page, app } = settings;
  await readIn(settings, 'Deutsch');
  await app.getByRole('tab', { name: 'Prüfung' }).click();
  await app.getByRole('heading', { name: /^Prüfung der KW/ }).waitFor();
  await app.getByRole('grid', { name: 'Prüfliste dieser Woche in ihrer Rangfolge' }).waitFor();
  const tabs = [
    'Übersicht',
    'Prüfung',
    'Quellen',
    'Fälle',
    'Übergeben',
    'Einsparungen',
    'Register',
    'Einrichtung',
  ];
  expect(await app.getByRole('tab').allTextContents()).toEqual(tabs);
  expect(await app.locator('html').getAttribute('lang')).toBe('de');
  expect(await englishLeft(page.frames().at(-1)!, de)).toEqual([]);
  await page.reload();
  await app.getByRole('tab', { name: 'Prüfung' }).waitFor();
  await readIn(settings, 'English');
  await app.getByRole('tab', { name: 'Review' }).waitFor();
  await close(settings);
});

import { Settings } from '../contracts/settings';
import type { SettingsRepository } from '../usecases/ports';
import { keys } from './keys';
import { loadDocument, saveDocument } from './documents';

/** What holds before anybody chose: nothing is read beyond this site, and reviews begin on Mondays. */
const DEFAULTS: Settings = {
  schema: 1,
  version: 0,
  scope: 'site',
  orgId: null,
  identityProviders: [],
  roles: [],
  plans: [],
  review: {
    inactiveDays: 90,
    weekday: 'monday',
    timeZone: 'UTC',
    activityShownAs: 'buckets',
    every: 'week',
    budget: 15,
    digest: null,
  },
};

export const settingsRepository: SettingsRepository = {
  async load() {
    const found = await loadDocument(keys.settings, Settings);
    return found === null ? DEFAULTS : { ...found.body, version: found.version };
  },
  async save(settings) {
    await saveDocument(keys.settings, settings.version, settings);
    return { ...settings, version: settings.version + 1 };
  },
};

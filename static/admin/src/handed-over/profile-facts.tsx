import { type GroupProfile } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { Facts } from '../parts/facts';
import { nameOf } from '../parts/names';
import { useServices } from '../services';

/** What somebody said of a group at its provider; what was left open is left out. */
export function ProfileFacts({ profile, people }: { profile: GroupProfile; people: readonly Person[] }) {
  const { t, format } = useServices();
  const name = (accountId: string | null): string => (accountId === null ? '' : nameOf(t, people, accountId));
  const facts = [
    { what: t('profile.membership'), is: t(`profile.membership.${profile.membership}`) },
    { what: t('profile.name'), is: profile.nameAtIdp },
    { what: t('profile.id'), is: profile.idAtIdp ?? '' },
    { what: t('profile.app'), is: t(`profile.app.${profile.assignsApp}`) },
    { what: t('profile.others'), is: profile.otherApps },
    { what: t('profile.business-owner'), is: name(profile.businessOwner) },
    { what: t('profile.identity-owner'), is: name(profile.identityOwner) },
    { what: t('profile.route'), is: profile.changeRoute },
    { what: t('profile.reason'), is: profile.reason },
    {
      what: t('profile.confirmed'),
      is: t('profile.confirmed.by', {
        day: format.day(profile.confirmedOn),
        person: nameOf(t, people, profile.recordedBy),
      }),
    },
  ];
  return <Facts name="known__facts" facts={facts.filter(({ is }) => is !== '')} />;
}

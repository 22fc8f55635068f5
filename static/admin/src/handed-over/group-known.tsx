import { type GroupProfile } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { FormSwitch } from '../parts/form-switch';
import { useMay, useServices } from '../services';
import { ProfileFacts } from './profile-facts';
import { ProfileForm, type ProfiledGroup } from './profile-form';

interface Props {
  group: ProfiledGroup;
  profile: GroupProfile | null;
  people: readonly Person[];
  /** In sight from the start, because it is what is asked. */
  unfolded: boolean;
  reload: () => void;
}

/** What is known of a group at its provider, and the form in which somebody says it. */
export function GroupKnown({ group, profile, people, unfolded, reload }: Props) {
  const { t } = useServices();
  const may = useMay('group-profiles/record');
  return (
    <details className="how" open={unfolded}>
      <summary>{t(profile === null ? 'profile.unknown' : 'profile.known')}</summary>
      <div className="known">
        {profile !== null && <ProfileFacts profile={profile} people={people} />}
        <FormSwitch<'profile'>
          forms={['profile']}
          label={() => t(profile === null ? 'profile.open' : 'profile.open-again')}
          may={() => may}
          readOnly={t('profile.read-only')}
          draw={(_, close) => (
            <ProfileForm group={group} profile={profile} people={people} reload={reload} close={close} />
          )}
        />
      </div>
    </details>
  );
}

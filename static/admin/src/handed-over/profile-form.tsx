import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type GroupProfile, MEMBERSHIP_WAYS, YesNoUnknown } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { personOf } from '../parts/names';
import { PersonField } from '../parts/person-field';
import { RecordForm } from '../parts/record-form';
import { TextField } from '../parts/text-field';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useCallForm } from '../states/use-record-form';

/** A group at a provider, as the board names it. */
export interface ProfiledGroup {
  idpId: string;
  groupId: string;
  groupName: string;
}

interface Props {
  group: ProfiledGroup;
  /** What was said until now; what is recorded takes its place. */
  profile: GroupProfile | null;
  people: readonly Person[];
  reload: () => void;
  close: () => void;
}

/** Says what a group is at its provider: how people get into it, what else it opens, who owns it. */
export function ProfileForm({ group, profile, people, reload, close }: Props) {
  const { t } = useServices();
  const id = useId();
  const known = (accountId: string | null | undefined): Person | null =>
    accountId === null || accountId === undefined ? null : personOf(people, accountId);
  const [membership, setMembership] = useState(profile?.membership ?? 'unknown');
  const [assignsApp, setAssignsApp] = useState(profile?.assignsApp ?? 'unknown');
  const [nameAtIdp, setNameAtIdp] = useState(profile?.nameAtIdp ?? '');
  const [idAtIdp, setIdAtIdp] = useState(profile?.idAtIdp ?? '');
  const [otherApps, setOtherApps] = useState(profile?.otherApps ?? '');
  const [changeRoute, setChangeRoute] = useState(profile?.changeRoute ?? '');
  const [businessOwner, setBusinessOwner] = useState(known(profile?.businessOwner));
  const [identityOwner, setIdentityOwner] = useState(known(profile?.identityOwner));
  const form = useCallForm('group-profiles/record', { told: t('profile.told'), done: close, reload });
  const make = (reason: string): Input<'group-profiles/record'> => ({
    idpId: group.idpId,
    groupId: group.groupId,
    after: profile?.id ?? null,
    reason,
    membership,
    assignsApp,
    nameAtIdp: nameAtIdp.trim(),
    idAtIdp: idAtIdp.trim() === '' ? null : idAtIdp.trim(),
    otherApps: otherApps.trim(),
    changeRoute: changeRoute.trim(),
    businessOwner: businessOwner?.accountId ?? null,
    identityOwner: identityOwner?.accountId ?? null,
  });
  const optional = (label: string): string => t('form.optional', { label });
  return (
    <RecordForm
      {...form.frame}
      title={t('profile.title', { group: group.groupName })}
      level={5}
      explain={t('profile.explain')}
      submit={t('profile.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      <div className="form__columns">
        <Field id={`${id}way`} label={t('profile.membership')}>
          <Choice
            id={`${id}way`}
            label={t('profile.membership')}
            options={MEMBERSHIP_WAYS.map((value) => ({ value, label: t(`profile.membership.${value}`) }))}
            value={membership}
            choose={setMembership}
          />
        </Field>
        <Field id={`${id}app`} label={t('profile.app')}>
          <Choice
            id={`${id}app`}
            label={t('profile.app')}
            options={YesNoUnknown.options.map((value) => ({ value, label: t(`profile.app.${value}`) }))}
            value={assignsApp}
            choose={setAssignsApp}
          />
        </Field>
        <TextField
          id={`${id}name`}
          label={optional(t('profile.name'))}
          value={nameAtIdp}
          change={setNameAtIdp}
        />
        <TextField id={`${id}id`} label={optional(t('profile.id'))} value={idAtIdp} change={setIdAtIdp} />
        <PersonField
          id={`${id}business`}
          label={optional(t('profile.business-owner'))}
          person={businessOwner}
          choose={setBusinessOwner}
        />
        <PersonField
          id={`${id}identity`}
          label={optional(t('profile.identity-owner'))}
          person={identityOwner}
          choose={setIdentityOwner}
        />
      </div>
      <TextField
        id={`${id}others`}
        label={optional(t('profile.others'))}
        value={otherApps}
        change={setOtherApps}
        most={1000}
      />
      <TextField
        id={`${id}route`}
        label={optional(t('profile.route'))}
        hint={t('profile.route.hint')}
        value={changeRoute}
        change={setChangeRoute}
        most={1000}
      />
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('profile.reason')}
        hint={t('profile.reason.hint')}
      />
    </RecordForm>
  );
}

import Textfield from '@atlaskit/textfield';
import { type SourceView } from '../../../../src/contracts/review-views';
import { Choice } from '../parts/choice';
import { describedBy, Field } from '../parts/field';
import { Radios } from '../parts/radios';
import { useServices } from '../services';
import { type ChangeDraft, changesOf } from './change';
import { PopulationFields } from './population-fields';

interface Props {
  id: string;
  view: SourceView;
  draft: ChangeDraft;
  change: (draft: ChangeDraft) => void;
}

/** Which change, and what that one needs to know. */
export function ChangeFields({ id, view, draft, change }: Props) {
  const { t } = useServices();
  return (
    <>
      <Radios
        name={`${id}do`}
        legend={t('redesign.change')}
        value={draft.do}
        choose={(kind) => change({ ...draft, do: kind })}
        items={changesOf(view).map((value) => ({
          value,
          label: t(`change.${value}`),
          hint: t(`change.${value}.hint`),
        }))}
      />
      {draft.do === 'move-default' && (
        <Field id={`${id}to-group`} label={t('redesign.to-group')}>
          <Choice<string | null>
            id={`${id}to-group`}
            label={t('redesign.to-group')}
            options={view.otherGroups.map(({ groupId, groupName }) => ({ value: groupId, label: groupName }))}
            value={draft.toGroupId}
            choose={(toGroupId) => change({ ...draft, toGroupId })}
            searchable
          />
        </Field>
      )}
      {draft.do === 'split-group' && (
        <PopulationFields view={view} draft={draft.keep} change={(keep) => change({ ...draft, keep })} />
      )}
      {draft.do === 'change-role' && (
        <div className="form__columns">
          <Field id={`${id}from`} label={t('redesign.from-role')}>
            <Choice<string | null>
              id={`${id}from`}
              label={t('redesign.from-role')}
              options={view.line.roles.map((value) => ({ value, label: value }))}
              value={draft.from}
              choose={(from) => change({ ...draft, from })}
            />
          </Field>
          <Field id={`${id}to`} label={t('redesign.to-role')} hint={t('redesign.to-role.hint')}>
            <Textfield
              id={`${id}to`}
              isCompact
              maxLength={200}
              aria-describedby={describedBy(`${id}to`, null)}
              value={draft.to}
              onChange={(event) => change({ ...draft, to: event.currentTarget.value })}
            />
          </Field>
        </div>
      )}
    </>
  );
}

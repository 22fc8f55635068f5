import Textfield from '@atlaskit/textfield';
import { Choice } from '../parts/choice';
import { describedBy, Field } from '../parts/field';
import { Finder } from '../parts/finder';
import { PersonField } from '../parts/person-field';
import { Radios } from '../parts/radios';
import { useServices } from '../services';
import { useProducts } from '../parts/use-products';
import { type Group, type RuleDraft, RULES } from './rule-draft';

interface Props {
  id: string;
  draft: RuleDraft;
  change: (draft: RuleDraft) => void;
  /** What is wrong with the rule as it is; null where nothing is, or nothing is to be said yet. */
  wrong: string | null;
}

/** Whom the protection is for: one account, addresses of a form, a group, or a direct role. */
export function RuleFields({ id, draft, change, wrong }: Props) {
  const { t } = useServices();
  return (
    <>
      <Radios
        name={`${id}by`}
        legend={t('rule.by')}
        value={draft.by}
        choose={(by) => change({ ...draft, by })}
        items={RULES.map((value) => ({ value, label: t(`rule.${value}`), hint: t(`rule.${value}.hint`) }))}
      />
      {draft.by === 'account' && (
        <PersonField
          id={`${id}account`}
          label={t('rule.account.field')}
          error={wrong}
          person={draft.person}
          choose={(person) => change({ ...draft, person })}
        />
      )}
      {draft.by === 'email-pattern' && (
        <Field id={`${id}pattern`} label={t('rule.pattern')} error={wrong}>
          <Textfield
            id={`${id}pattern`}
            isCompact
            isInvalid={wrong !== null}
            aria-describedby={describedBy(`${id}pattern`, wrong, 'no-hint')}
            placeholder="*@bots.example.com"
            value={draft.pattern}
            onChange={(event) => change({ ...draft, pattern: event.currentTarget.value })}
          />
        </Field>
      )}
      {draft.by === 'group' && (
        <Field id={`${id}group`} label={t('rule.group.field')} error={wrong}>
          <GroupFinder
            id={`${id}group`}
            label={t('rule.group.field')}
            group={draft.group}
            choose={(group) => change({ ...draft, group })}
          />
        </Field>
      )}
      {draft.by === 'direct-role' && <RoleFields id={id} draft={draft} change={change} wrong={wrong} />}
    </>
  );
}

function RoleFields({ id, draft, change, wrong }: Props) {
  const { t } = useServices();
  const products = useProducts();
  return (
    <div className="form__columns">
      <Field id={`${id}product`} label={t('cases.product')}>
        <Choice<string | null>
          id={`${id}product`}
          label={t('cases.product')}
          options={products}
          value={draft.ari}
          choose={(ari) => change({ ...draft, ari })}
        />
      </Field>
      <Field id={`${id}role`} label={t('rule.role')} hint={t('redesign.to-role.hint')} error={wrong}>
        <Textfield
          id={`${id}role`}
          isCompact
          isInvalid={wrong !== null}
          aria-describedby={describedBy(`${id}role`, wrong)}
          value={draft.role}
          onChange={(event) => change({ ...draft, role: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}

interface FinderProps {
  id: string;
  label: string;
  group: Group | null;
  choose: (group: Group | null) => void;
}

/** One group, found by its name among the sources; a group on several products is offered once. */
function GroupFinder({ id, label, group, choose }: FinderProps) {
  const { call, t } = useServices();
  return (
    <Finder<Group>
      id={id}
      label={label}
      found={group}
      choose={choose}
      search={async (text) => {
        const answer = await call('sources/list', { ari: null, text, sort: 'group', offset: 0, limit: 50 });
        const lines = answer.ok ? answer.data.lines : [];
        return [...new Map(lines.map((line) => [line.groupId, line])).values()];
      }}
      nameOf={({ groupName }) => groupName}
      idOf={({ groupId }) => groupId}
      hint={t('rule.group.search')}
    />
  );
}

import { type Person, type SetupView } from '../../../../src/contracts/views';
import { personOf } from '../parts/names';
import { PersonField } from '../parts/person-field';
import { useServices } from '../services';
import { IssueTarget, type Target } from './issue-target';

export interface DigestDraft extends Target {
  assignee: Person | null;
}

export function draftOf({ review: { digest }, people }: SetupView): DigestDraft {
  const assignee = digest?.assignee ?? null;
  return {
    projectKey: digest?.projectKey ?? null,
    issueTypeId: digest?.issueTypeId ?? null,
    assignee: assignee === null ? null : personOf(people, assignee),
  };
}

/** What the settings are to hold; they refuse a project without an issue type. */
export function digestOf({ projectKey, issueTypeId, assignee }: DigestDraft): object | null {
  return projectKey === null ? null : { projectKey, issueTypeId, assignee: assignee?.accountId ?? null };
}

interface Props {
  draft: DigestDraft;
  change: (draft: DigestDraft) => void;
  may: boolean;
}

/** Where the digest of each review goes, so that nobody has to look here to know that it is due. */
export function Digest({ draft, change, may }: Props) {
  const { t } = useServices();
  const { projectKey, assignee } = draft;
  return (
    <fieldset className="digest">
      <legend className="form__title">{t('setup.digest.title')}</legend>
      <p className="field__hint">{t('setup.digest.body')}</p>
      {may ? (
        <>
          <IssueTarget id="digest" target={draft} choose={(target) => change({ ...draft, ...target })} />
          {projectKey !== null && draft.issueTypeId === null && (
            <p className="field__error">{t('setup.digest.bad')}</p>
          )}
          {projectKey !== null && (
            <PersonField
              id="digest-assignee"
              label={t('form.optional', { label: t('setup.digest.assignee') })}
              person={assignee}
              choose={(person) => change({ ...draft, assignee: person })}
            />
          )}
        </>
      ) : (
        <p>
          {projectKey === null
            ? t('setup.digest.none')
            : assignee === null
              ? t('setup.digest.to', { project: projectKey })
              : t('setup.digest.to-person', {
                  project: projectKey,
                  person: assignee.name ?? assignee.accountId,
                })}
        </p>
      )}
    </fieldset>
  );
}

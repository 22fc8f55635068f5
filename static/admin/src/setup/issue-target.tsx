import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useMemo, useState } from 'react';
import { type IssueTargetStanding } from '../../../../src/contracts/setup-checks';
import { Choice } from '../parts/choice';
import { ErrorMessage } from '../parts/error-message';
import { Field } from '../parts/field';
import { useServices } from '../services';
import { createAnswer } from '../states/answer-store';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { useSave } from '../states/use-save';

export interface Target {
  projectKey: string | null;
  issueTypeId: string | null;
}

interface Props {
  /** Begins the ids of the fields. */
  id: string;
  target: Target;
  choose: (target: Target) => void;
}

/** Project and issue type of issues that Seatpath creates, and a test that asks Jira without creating anything. */
export function IssueTarget({ id, target, choose }: Props) {
  const { call, t } = useServices();
  const projects = useMemo(() => createAnswer(call, 'setup/projects', {}), [call]);
  const projectState = useStore(projects);
  useEffect(() => void projects.load(), [projects]);
  const { projectKey, issueTypeId } = target;
  const { saving, error, save } = useSave('setup/test-issue-target');
  const [result, setResult] = useState<{ of: Target; standing: IssueTargetStanding } | null>(null);
  const none = { value: null, label: t('setup.idp.none-chosen') };
  const test = async (): Promise<void> => {
    if (projectKey === null || issueTypeId === null) return;
    const answer = await save({ projectKey, issueTypeId });
    setResult(answer === null ? null : { of: target, ...answer });
  };
  return (
    <div className="target">
      <div className="form__columns">
        <Field id={`${id}-project`} label={t('setup.idp.project')}>
          <Choice<string | null>
            id={`${id}-project`}
            label={t('setup.idp.project')}
            searchable
            options={[
              none,
              ...(dataOf(projectState)?.projects ?? []).map(({ key, name }) => ({
                value: key,
                label: `${name} (${key})`,
              })),
            ]}
            value={projectKey}
            choose={(key) => choose({ projectKey: key, issueTypeId: null })}
          />
        </Field>
        <Field id={`${id}-issue-type`} label={t('setup.idp.issue-type')}>
          <IssueTypes key={projectKey} id={id} target={target} choose={choose} />
        </Field>
      </div>
      <div className="target__test">
        <Button
          isDisabled={projectKey === null || issueTypeId === null}
          isLoading={saving}
          onClick={() => void test()}
        >
          {t('setup.idp.test')}
        </Button>
        <span className="field__hint">{t('setup.idp.test.hint')}</span>
      </div>
      {projectState.kind === 'failed' && (
        <ErrorMessage error={projectState.error} retry={() => void projects.load()} />
      )}
      {error !== null && <ErrorMessage error={error} />}
      {result !== null && result.of === target && (
        <div role="status">
          <Standing standing={result.standing} project={projectKey ?? ''} />
        </div>
      )}
    </div>
  );
}

const CURES = {
  'project-refused': 'setup.cure.owners-target-refused',
  'type-refused': 'setup.cure.owners-type-refused',
  untried: 'setup.cure.owners-target-untried',
} as const;

/** What Jira said of such an issue, and what to do where it would not take one. */
function Standing({ standing, project }: { standing: IssueTargetStanding; project: string }) {
  const { t } = useServices();
  const said = <p>{t(`setup.idp.test.${standing}`, { project })}</p>;
  if (standing === 'accepted') return <SectionMessage appearance="success">{said}</SectionMessage>;
  return (
    <SectionMessage appearance="warning">
      {said}
      <p>{t(CURES[standing])}</p>
    </SectionMessage>
  );
}

/** The issue types of the chosen project; mounted anew for each project. */
function IssueTypes({ id, target, choose }: Props) {
  const { call, t } = useServices();
  const { projectKey, issueTypeId } = target;
  const types = useMemo(
    () => (projectKey === null ? null : createAnswer(call, 'setup/issue-types', { projectKey })),
    [call, projectKey],
  );
  const [options, setOptions] = useState<readonly { id: string; name: string }[]>([]);
  useEffect(() => {
    if (types === null) return;
    const stop = types.subscribe(() => setOptions(dataOf(types.get())?.issueTypes ?? []));
    void types.load();
    return stop;
  }, [types]);
  return (
    <Choice<string | null>
      id={`${id}-issue-type`}
      label={t('setup.idp.issue-type')}
      disabled={projectKey === null}
      options={[
        { value: null, label: t('setup.idp.none-chosen') },
        ...options.map((type) => ({ value: type.id, label: type.name })),
      ]}
      value={issueTypeId}
      choose={(chosen) => choose({ projectKey, issueTypeId: chosen })}
    />
  );
}

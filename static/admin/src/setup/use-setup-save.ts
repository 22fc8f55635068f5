import { type Input } from '../../../../src/contracts/api';
import { useServices } from '../services';
import { useSave } from '../states/use-save';
import { type PageError } from '../platform/call-app';

/** The setup calls that answer with the whole setup. */
export type SetupCall =
  | 'setup/save-scope'
  | 'setup/save-scim-key'
  | 'setup/forget-keys'
  | 'setup/save-identity-provider'
  | 'setup/remove-identity-provider'
  | 'setup/save-plans'
  | 'setup/save-review'
  | 'setup/save-roles';

export interface SetupSave<C extends SetupCall> {
  saving: boolean;
  error: PageError | null;
  /** True when saved; the page then shows the new setup and a flag. */
  save: (input: Input<C>, done?: string) => Promise<boolean>;
}

/** Saves a part of setup; what the reader may and sees can change with it, so the session is asked again. */
export function useSetupSave<C extends SetupCall>(name: C): SetupSave<C> {
  const { setup, session, flags, t } = useServices();
  const { saving, error, save } = useSave(name);
  return {
    saving,
    error,
    save: async (input, done = t('form.saved')) => {
      const view = await save(input);
      if (view === null) return false;
      setup.put(view);
      flags.show(done);
      void session.load();
      return true;
    },
  };
}

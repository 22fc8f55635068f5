import { type Evidence } from '../../../../src/contracts/evidence';
import { AppWords } from '../parts/app-words';

/** Why the path has its owner, and the rule that said so. */
export function RuleFact({ rule, because }: Pick<Evidence, 'rule' | 'because'>) {
  return (
    <>
      <AppWords>{because}</AppWords> <code className="evidence__code">{rule}</code>
    </>
  );
}

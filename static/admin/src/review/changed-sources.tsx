import SectionMessage from '@atlaskit/section-message';
import { type Opening, type SourceChanged } from '../../../../src/contracts/cycles';
import { useProducts } from '../parts/use-products';
import { toSource } from '../route/route';
import { useServices } from '../services';

/** Sources that moved under everybody’s feet: another owner or default flag than at the last review. */
export function ChangedSources({ changed }: { changed: Opening['sourcesChanged'] }) {
  const { t, routes } = useServices();
  const products = useProducts();
  const stateWords = (state: SourceChanged['was']): string => {
    if (state === null) return t('source-changed.nowhere');
    const owner = t(`owner.${state.owner}`);
    const role = state.defaultRole;
    return role === null ? owner : t('source-changed.default', { owner, role });
  };
  return (
    <SectionMessage
      appearance="warning"
      headingLevel="h3"
      title={t('source-changed.title', { count: changed.length })}
    >
      <ul className="reasons">
        {changed.map(({ groupId, groupName, ari, was, is }) => {
          const product = products.find(({ value }) => value === ari)?.label ?? ari;
          const name = t('voided.source', { group: groupName, product });
          return (
            <li key={`${groupId} ${ari}`}>
              {is === null ? (
                name
              ) : (
                <button
                  type="button"
                  className="link"
                  onClick={() => routes.go(toSource({ groupId, ari, form: null }))}
                >
                  {name}
                </button>
              )}
              {': '}
              {t('source-changed.line', { was: stateWords(was), is: stateWords(is) })}
            </li>
          );
        })}
      </ul>
    </SectionMessage>
  );
}

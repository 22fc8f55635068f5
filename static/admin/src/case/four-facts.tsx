import { type ReactNode } from 'react';
import { type CaseView } from '../../../../src/contracts/case-views';
import { tellActivity } from '../parts/activity-text';
import { AppWords } from '../parts/app-words';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { useServices } from '../services';

/** Identity, account, product access and groups side by side: none of them stands for another. */
export function FourFacts({ view }: { view: CaseView }) {
  const { t, format } = useServices();
  const { identity, account, productAccess, groups } = view.facts;
  return (
    <section aria-label={t('case.facts')} className="facts">
      <Fact title={t('case.fact.identity')}>
        <p className="fact__status">{t(`scim.${identity.scim}`)}</p>
        <p>
          <AppWords>{identity.sentence}</AppWords>
        </p>
      </Fact>
      <Fact title={t('case.fact.account')}>
        <p>
          <AppWords>{account.sentence}</AppWords>
        </p>
      </Fact>
      <Fact title={t('case.fact.access')}>
        <p>
          <AppWords>{productAccess.sentence}</AppWords>
        </p>
        <p className="quiet">{t('case.last-active', { when: tellActivity(t, format, view.activity) })}</p>
      </Fact>
      <Fact title={t('case.fact.groups')}>
        {groups.length === 0 ? (
          <p>{t('case.fact.groups.none')}</p>
        ) : (
          <ul className="fact__groups">
            {groups.map((group) => (
              <li key={group.groupId}>
                <span className="fact__group" title={group.name}>
                  {group.name}
                </span>
                <OwnerLozenge owner={group.owner} />
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </section>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="fact">
      <h3 className="fact__title">{title}</h3>
      {children}
    </div>
  );
}

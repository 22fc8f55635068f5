import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { type ChangePreview as Preview } from '../../../../src/contracts/review-views';
import { AppWords } from '../parts/app-words';
import { PersonName } from '../parts/person-name';
import { useServices } from '../services';

/** What a change would do: who loses access or a seat, what keeps the others, and why it cannot be where it cannot. */
export function ChangePreview({ preview }: { preview: Preview }) {
  const { t } = useServices();
  return (
    <div className="preview" role="status">
      {preview.refused !== null && (
        <SectionMessage appearance="error" headingLevel="h5" title={t('preview.refused')}>
          <p>
            <AppWords>{preview.refused}</AppWords>
          </p>
        </SectionMessage>
      )}
      {preview.warnings.length > 0 && (
        <SectionMessage appearance="warning" headingLevel="h5" title={t('preview.warnings')}>
          <ul className="reasons">
            {preview.warnings.map((warning) => (
              <li key={warning}>
                <AppWords>{warning}</AppWords>
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
      <div className="preview__hits">
        <HitList
          title={t('preview.loses-access', { count: preview.losesAccess.count })}
          hit={preview.losesAccess}
        />
        <HitList
          title={t('preview.loses-seat', { count: preview.losesSeat.count })}
          hit={preview.losesSeat}
        />
        <div>
          <h5 className="preview__title">{t('preview.kept-by')}</h5>
          {preview.keptBy.length === 0 && <p className="quiet">{t('preview.kept-by.none')}</p>}
          <ul className="plain">
            {preview.keptBy.map(({ groupName, seats }) => (
              <li key={groupName}>{t('preview.kept', { group: groupName, count: seats })}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Names shown before the reader asks for all that the app gives. */
const SHOWN = 8;

/** The people a change hits: their number, and names of them. */
function HitList({ title, hit }: { title: string; hit: Preview['losesAccess'] }) {
  const { t } = useServices();
  const [all, setAll] = useState(false);
  const named = all ? hit.people : hit.people.slice(0, SHOWN);
  const unnamed = hit.count - hit.people.length;
  return (
    <div>
      <h5 className="preview__title">{title}</h5>
      <ul className="plain">
        {named.map((person) => (
          <li key={person.accountId}>
            <PersonName person={person} />
          </li>
        ))}
        {all && unnamed > 0 && <li className="quiet">{t('preview.more', { count: unnamed })}</li>}
      </ul>
      {!all && hit.count > named.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('preview.more', { count: hit.count - named.length })}
        </button>
      )}
    </div>
  );
}

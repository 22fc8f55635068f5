import Button from '@atlaskit/button/new';
import { PriceModel } from '../../../../src/contracts/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { TextField } from '../parts/text-field';
import { useServices } from '../services';
import { BandsField } from './bands-field';
import { type FollowerDraft, noBand } from './pool-draft';

interface Props {
  id: string;
  error: string | null;
  followers: readonly FollowerDraft[];
  change: (followers: readonly FollowerDraft[]) => void;
}

/** Marketplace apps whose price follows the seats of the pool, each with a price list of its own. */
export function FollowersField({ id, error, followers, change }: Props) {
  const { t } = useServices();
  const put = (at: number, follower: Partial<FollowerDraft>): void =>
    change(followers.map((one, index) => (index === at ? { ...one, ...follower } : one)));
  return (
    <fieldset className="bands">
      <legend className="field__label">{t('pool.followers')}</legend>
      <p className="field__hint">{t('pool.followers.hint')}</p>
      {followers.map((follower, at) => (
        <div key={at} className="follower">
          <div className="form__columns">
            <TextField
              id={`${id}name${at}`}
              label={t('pool.follower.name')}
              most={120}
              value={follower.name}
              change={(name) => put(at, { name })}
            />
            <Field id={`${id}model${at}`} label={t('pool.model')}>
              <Choice
                id={`${id}model${at}`}
                label={t('pool.model')}
                options={PriceModel.options.map((value) => ({ value, label: t(`pool.model.${value}`) }))}
                value={follower.model}
                choose={(model) => put(at, { model })}
              />
            </Field>
          </div>
          <BandsField
            id={`${id}follower${at}`}
            legend={t('pool.bands')}
            error={null}
            bands={follower.bands}
            change={(bands) => put(at, { bands })}
          />
          <div>
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => change(followers.filter((_, index) => index !== at))}
            >
              {t('pool.follower.remove')}
            </Button>
          </div>
        </div>
      ))}
      {error !== null && (
        <p className="field__error" role="alert">
          {error}
        </p>
      )}
      <div>
        <Button
          spacing="compact"
          onClick={() => change([...followers, { name: '', model: 'tier', bands: [noBand()] }])}
        >
          {t('pool.follower.add')}
        </Button>
      </div>
    </fieldset>
  );
}

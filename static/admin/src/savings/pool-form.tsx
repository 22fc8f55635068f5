import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { Pool, PriceModel } from '../../../../src/contracts/money';
import { Checks } from '../parts/checks';
import { Choice } from '../parts/choice';
import { DateField } from '../parts/date-field';
import { Field } from '../parts/field';
import { NumberField } from '../parts/number-field';
import { Radios } from '../parts/radios';
import { RecordForm } from '../parts/record-form';
import { TextField } from '../parts/text-field';
import { useProducts } from '../parts/use-products';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useCallForm } from '../states/use-record-form';
import { BandsField } from './bands-field';
import { FollowersField } from './followers-field';
import { type PoolDraft, type PoolField, readPool } from './pool-draft';

interface Props {
  /** What was recorded of the pool until now; null for one that is new. */
  pool: Pool | null;
  first: PoolDraft;
  /** The heading of its title. */
  level: 3 | 4;
  reload: () => void;
  close: () => void;
}

/** What is bought together and what it costs, as finance reads it from a quote or an invoice. */
export function PoolForm({ pool, first, level, reload, close }: Props) {
  const { t } = useServices();
  const id = useId();
  const products = useProducts();
  const [draft, setDraft] = useState(first);
  const form = useCallForm('pools/save', { told: t('pool.told'), done: close, reload });
  const read = readPool(draft);
  const make = (reason: string): Input<'pools/save'> | null =>
    'pool' in read ? { poolId: pool?.poolId ?? null, after: pool?.id ?? null, reason, ...read.pool } : null;
  const put = (change: Partial<PoolDraft>): void => setDraft({ ...draft, ...change });
  const bad = (field: PoolField): boolean => form.tried && 'wrong' in read && read.wrong.has(field);
  const needed = (field: PoolField): string | null => (bad(field) ? t('form.required') : null);
  const optional = (label: string): string => t('form.optional', { label });
  return (
    <RecordForm
      {...form.frame}
      title={pool === null ? t('pool.title') : t('pool.title.of', { pool: pool.name })}
      level={level}
      explain={t('pool.explain')}
      submit={t('pool.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      <TextField
        id={`${id}name`}
        label={t('pool.name')}
        most={120}
        error={needed('name')}
        value={draft.name}
        change={(name) => put({ name })}
      />
      <Checks
        legend={t('pool.members')}
        items={products}
        chosen={draft.members}
        choose={(members) => put({ members: members ?? [] })}
        error={bad('members') ? t('pool.members.bad') : null}
      />
      <Radios
        name={`${id}per`}
        legend={t('pool.counted')}
        value={draft.countedPer}
        choose={(countedPer) => put({ countedPer })}
        items={Pool.shape.countedPer.options.map((value) => ({
          value,
          label: t(`pool.counted.${value}`),
          hint: t(`pool.counted.${value}.hint`),
        }))}
      />
      <div className="form__columns">
        <Field id={`${id}term`} label={t('pool.term')}>
          <Choice
            id={`${id}term`}
            label={t('pool.term')}
            options={Pool.shape.term.options.map((value) => ({ value, label: t(`pool.term.${value}`) }))}
            value={draft.term}
            choose={(term) => put({ term })}
          />
        </Field>
        <DateField
          id={`${id}start`}
          label={t('pool.start')}
          hint={t('pool.start.hint')}
          error={needed('periodStart')}
          value={draft.periodStart}
          change={(periodStart) => put({ periodStart })}
        />
        {draft.term === 'annual' && (
          <DateField
            id={`${id}renews`}
            label={optional(t('pool.renews'))}
            hint={t('pool.renews.hint')}
            value={draft.renewsOn}
            change={(renewsOn) => put({ renewsOn })}
          />
        )}
        <NumberField
          id={`${id}purchased`}
          label={optional(t('pool.purchased'))}
          hint={t('pool.purchased.hint')}
          error={bad('purchased') ? t('pool.purchased.bad') : null}
          value={draft.purchased}
          change={(purchased) => put({ purchased })}
        />
        <TextField
          id={`${id}currency`}
          label={t('pool.currency')}
          most={3}
          error={bad('currency') ? t('pool.currency.bad') : null}
          value={draft.currency}
          change={(currency) => put({ currency })}
        />
        <Field id={`${id}model`} label={t('pool.model')}>
          <Choice
            id={`${id}model`}
            label={t('pool.model')}
            options={PriceModel.options.map((value) => ({ value, label: t(`pool.model.${value}`) }))}
            value={draft.model}
            choose={(model) => put({ model })}
          />
        </Field>
      </div>
      <BandsField
        id={`${id}band`}
        legend={t('pool.bands')}
        hint={t('pool.bands.hint')}
        error={bad('bands') ? t('pool.bands.bad') : null}
        bands={draft.bands}
        change={(bands) => put({ bands })}
      />
      <FollowersField
        id={`${id}app`}
        error={bad('followers') ? t('pool.followers.bad') : null}
        followers={draft.followers}
        change={(followers) => put({ followers })}
      />
      <div className="form__columns">
        <TextField
          id={`${id}from`}
          label={t('pool.read-from')}
          hint={t('pool.read-from.hint')}
          error={needed('readFrom')}
          most={300}
          value={draft.readFrom}
          change={(readFrom) => put({ readFrom })}
        />
        <DateField
          id={`${id}as-of`}
          label={t('pool.as-of')}
          error={needed('asOf')}
          value={draft.asOf}
          change={(asOf) => put({ asOf })}
        />
      </div>
      <WordsField {...form.reason} id={`${id}reason`} label={t('form.reason')} hint={t('pool.reason.hint')} />
    </RecordForm>
  );
}

import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type InvoiceLine, type Pool } from '../../../../src/contracts/money';
import { DateField } from '../parts/date-field';
import { NumberField } from '../parts/number-field';
import { RecordForm } from '../parts/record-form';
import { TextField } from '../parts/text-field';
import { wholeNumber } from '../parts/whole-number';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useCallForm } from '../states/use-record-form';
import { readAmount, typeAmount } from './read-amount';

interface Props {
  pool: Pool;
  /** The line that is corrected; null for a new one. A line is known by its period and number: these stay. */
  line: InvoiceLine | null;
  reload: () => void;
  close: () => void;
}

/** One line of an invoice, for a period of a pool, or its correction. */
export function InvoiceForm({ pool, line, reload, close }: Props) {
  const { t, format } = useServices();
  const id = useId();
  const [period, setPeriod] = useState(line?.period ?? '');
  const [seats, setSeats] = useState(line === null ? '' : String(line.seats));
  const [amount, setAmount] = useState(line === null ? '' : typeAmount(format, line.amount));
  const [number, setNumber] = useState(line?.number ?? '');
  const form = useCallForm('invoice-lines/record', { told: t('invoice.told'), done: close, reload });
  const read = { seats: wholeNumber(seats), amount: readAmount(amount) };
  const make = (reason: string): Input<'invoice-lines/record'> | null =>
    period === '' || read.seats === null || read.amount === null
      ? null
      : {
          after: line?.id ?? null,
          reason,
          poolId: pool.poolId,
          period,
          seats: read.seats,
          amount: read.amount,
          currency: pool.currency,
          number: number.trim(),
        };
  return (
    <RecordForm
      {...form.frame}
      title={
        line === null
          ? t('invoice.title', { pool: pool.name })
          : t('invoice.correct.title', { day: format.day(line.period), number: line.number })
      }
      explain={t('invoice.explain')}
      submit={t(line === null ? 'invoice.submit' : 'invoice.correct.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      <div className="form__columns">
        {line === null && (
          <DateField
            id={`${id}period`}
            label={t('invoice.period')}
            error={form.tried && period === '' ? t('form.required') : null}
            value={period}
            change={setPeriod}
          />
        )}
        <NumberField
          id={`${id}seats`}
          label={t('invoice.seats')}
          error={form.tried && read.seats === null ? t('invoice.seats.bad') : null}
          value={seats}
          change={setSeats}
        />
        <TextField
          id={`${id}amount`}
          label={t('invoice.amount', { currency: pool.currency })}
          error={form.tried && read.amount === null ? t('invoice.amount.bad') : null}
          value={amount}
          change={setAmount}
        />
        {line === null && (
          <TextField
            id={`${id}number`}
            label={t('form.optional', { label: t('invoice.number') })}
            most={120}
            value={number}
            change={setNumber}
          />
        )}
      </div>
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t('invoice.reason.hint')}
      />
    </RecordForm>
  );
}

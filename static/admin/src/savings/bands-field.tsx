import Button from '@atlaskit/button/new';
import { TextField } from '../parts/text-field';
import { useServices } from '../services';
import { type BandDraft, noBand } from './pool-draft';

interface Props {
  id: string;
  legend: string;
  hint?: string;
  error: string | null;
  bands: readonly BandDraft[];
  change: (bands: readonly BandDraft[]) => void;
}

/** A price list, a band to a line, lowest seats first. */
export function BandsField({ id, legend, hint, error, bands, change }: Props) {
  const { t } = useServices();
  const put = (at: number, band: Partial<BandDraft>): void =>
    change(bands.map((one, index) => (index === at ? { ...one, ...band } : one)));
  return (
    <fieldset className="bands">
      <legend className="field__label">{legend}</legend>
      {hint !== undefined && <p className="field__hint">{hint}</p>}
      {bands.map((band, at) => (
        <div key={at} className="bands__line">
          <TextField
            id={`${id}up-to${at}`}
            label={t('pool.band.up-to')}
            value={band.upTo}
            change={(upTo) => put(at, { upTo: upTo.trim() })}
          />
          <TextField
            id={`${id}price${at}`}
            label={t('pool.band.price')}
            value={band.price}
            change={(price) => put(at, { price: price.trim() })}
          />
          {bands.length > 1 && (
            <Button
              appearance="subtle"
              aria-label={t('pool.band.remove-nth', { nth: at + 1 })}
              onClick={() => change(bands.filter((_, index) => index !== at))}
            >
              {t('pool.band.remove')}
            </Button>
          )}
        </div>
      ))}
      {error !== null && (
        <p className="field__error" role="alert">
          {error}
        </p>
      )}
      <div>
        <Button spacing="compact" onClick={() => change([...bands, noBand()])}>
          {t('pool.band.add')}
        </Button>
      </div>
    </fieldset>
  );
}

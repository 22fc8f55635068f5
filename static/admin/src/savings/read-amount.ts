import { type Format } from '../platform/format';

/** An amount as it is typed, such as `7.53`, in ten-thousandths of the unit; null where it is none. */
export function readAmount(typed: string): number | null {
  const parts = /^(\d{1,10})(?:[.,](\d{1,4}))?$/.exec(typed.trim());
  if (parts === null) return null;
  // By digits, not by multiplication: 0.0001 has no exact binary form.
  return Number(`${parts[1]}${(parts[2] ?? '').padEnd(4, '0')}`);
}

/** An amount as its reader would type it. */
export function typeAmount(format: Format, amount: number): string {
  const digits = String(amount).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/, '');
  return decimals === '' ? digits.slice(0, -4) : `${digits.slice(0, -4)}${format.decimalMark()}${decimals}`;
}

import { useEffect, useRef } from 'react';
import { type ChoosingAll } from './grid-row';

/** The box that chooses every line, also those not in sight; half ticked where some are. */
export function ChooseAll({ state, turn, label, blocked }: ChoosingAll) {
  const box = useRef<HTMLInputElement>(null);
  // Half ticked is no attribute of HTML: only a script can set it.
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'mixed';
  }, [state]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="grid__box"
      checked={state === true}
      disabled={blocked !== null}
      aria-label={label}
      title={blocked ?? label}
      onChange={turn}
    />
  );
}

import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { useRef, useState } from 'react';

interface Props {
  id: string;
  label: string;
  hint?: string;
  value: string;
  change: (text: string) => void;
}

/** A pause in typing this long, in milliseconds, makes the text count. */
const PAUSE = 300;

export function SearchBox({ id, label, hint = '', value, change }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const type = (text: string): void => {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setDraft(null);
      change(text.slice(0, 200));
    }, PAUSE);
  };
  return (
    <div className="search">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <Textfield
        id={id}
        type="search"
        isCompact
        placeholder={hint === '' ? label : hint}
        value={draft ?? value}
        onChange={(event) => type(event.currentTarget.value)}
        elemBeforeInput={
          <span className="search__icon">
            <SearchIcon label="" />
          </span>
        }
      />
    </div>
  );
}

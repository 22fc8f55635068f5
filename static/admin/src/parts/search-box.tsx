import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { type Typed } from '../states/use-typed';

interface Props {
  id: string;
  label: string;
  hint?: string;
  /** The text that counts; shown wherever nothing newer waits. */
  value: string;
  typed: Typed;
}

export function SearchBox({ id, label, hint = '', value, typed }: Props) {
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
        value={typed.draft ?? value}
        onChange={(event) => typed.type(event.currentTarget.value)}
        elemBeforeInput={
          <span className="search__icon">
            <SearchIcon label="" />
          </span>
        }
      />
    </div>
  );
}

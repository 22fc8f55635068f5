import CrossIcon from '@atlaskit/icon/core/cross';

interface Props {
  words: string;
  /** The whole of it, where the words leave something out. */
  title: string;
  removeLabel: string;
  remove: () => void;
}

/** Names a filter that no field shows, and takes it off again. */
export function FilterTag({ words, title, removeLabel, remove }: Props) {
  return (
    <span className="filter-tag">
      <span className="filter-tag__name" title={title}>
        {words}
      </span>
      <button type="button" className="filter-tag__remove" aria-label={removeLabel} onClick={remove}>
        <CrossIcon label="" size="small" />
      </button>
    </span>
  );
}

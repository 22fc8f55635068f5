import '../styles/panel.css';
import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useServices } from '../services';
import { usePanelFocus } from './use-panel-focus';

interface Props {
  title: string;
  /** Names the dialog; more than the title where that alone would not tell panels apart. */
  label: string;
  /** The line below the title. */
  sub: ReactNode;
  close: () => void;
  children: ReactNode;
}

/** One thing at the right: a dialog over the page, closed by Escape, its button, or a click beside it. */
export function SidePanel({ title, label, sub, close, children }: Props) {
  const { t } = useServices();
  const panel = usePanelFocus();
  return createPortal(
    <>
      <div className="blanket" onClick={close} />
      <div
        ref={panel}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        tabIndex={-1}
        className="panel"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) close();
        }}
      >
        <header className="panel__head">
          <div className="panel__words">
            <h2 className="panel__title" title={title}>
              {title}
            </h2>
            <p className="panel__sub">{sub}</p>
          </div>
          <IconButton icon={CrossIcon} label={t('close')} appearance="subtle" onClick={close} />
        </header>
        <div className="panel__body">{children}</div>
      </div>
    </>,
    document.body,
  );
}

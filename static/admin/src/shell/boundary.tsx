import { Component, type ReactNode } from 'react';
import { Empty } from '../parts/empty';
import { useServices } from '../services';

interface Props {
  /** Of the heading that is shown in place of what broke. */
  level: 1 | 2;
  children: ReactNode;
}

/**
 * Says that a part could not be drawn, where it would have stood, and offers the cure: a file of it may be gone because
 * the app was updated meanwhile. Without this, React would take the whole page away without a word.
 */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken level={this.props.level} /> : this.props.children;
  }
}

function Broken({ level }: Pick<Props, 'level'>) {
  const { t, reload } = useServices();
  return (
    <Empty
      level={level}
      title={t('broken.title')}
      body={t('broken.body')}
      action={{ label: t('broken.action'), run: reload }}
    />
  );
}

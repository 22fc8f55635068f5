import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { type HandedOver } from '../../../../src/contracts/calls/route-outs';
import { useServices } from '../services';

const AnswerDialog = lazy(() => import('./answer-dialog').then((m) => ({ default: m.AnswerDialog })));

interface Props {
  rows: readonly HandedOver[];
  label: string;
  /** Whom or what the answer is about. */
  about: string;
}

/** Opens the form of an answer, for one person or for all of an issue. */
export function AnswerButton({ rows, label, about }: Props) {
  const { t } = useServices();
  const [opened, setOpened] = useState(0);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        spacing="compact"
        aria-label={t('answer.open-for', { label, about })}
        onClick={() => {
          setOpened(opened + 1);
          setOpen(true);
        }}
      >
        {label}
      </Button>
      {opened > 0 && (
        <Suspense fallback={null}>
          <AnswerDialog key={opened} rows={rows} about={about} open={open} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { type ReactNode } from 'react';
import { useServices } from '../services';

interface Props {
  open: boolean;
  title: string;
  body: string;
  confirm: string;
  /** `usual` where nothing is lost by it. */
  tone?: 'danger' | 'usual';
  working: boolean;
  agreed: () => void;
  close: () => void;
  children?: ReactNode;
}

/** Asks before something is gone or fixed, and names what follows. */
export function Confirm(props: Props) {
  const { open, title, body, confirm, tone = 'danger', working, agreed, close, children } = props;
  const { t } = useServices();
  return (
    <ModalTransition>
      {open && (
        <Modal onClose={close} width="small">
          <ModalHeader>
            <ModalTitle {...(tone === 'danger' ? { appearance: tone } : {})}>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <p>{body}</p>
            {children}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={close}>
              {t('form.cancel')}
            </Button>
            <Button
              appearance={tone === 'danger' ? 'danger' : 'primary'}
              isLoading={working}
              onClick={agreed}
            >
              {confirm}
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
}

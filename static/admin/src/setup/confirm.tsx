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
  working: boolean;
  agreed: () => void;
  close: () => void;
  children?: ReactNode;
}

/** Asks before something is gone, and names what follows. */
export function Confirm({ open, title, body, confirm, working, agreed, close, children }: Props) {
  const { t } = useServices();
  return (
    <ModalTransition>
      {open && (
        <Modal onClose={close} width="small">
          <ModalHeader>
            <ModalTitle appearance="danger">{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <p>{body}</p>
            {children}
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={close}>
              {t('form.cancel')}
            </Button>
            <Button appearance="danger" isLoading={working} onClick={agreed}>
              {confirm}
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
}

import { type Call, isDeskCall } from '../../contracts/api';
import type { Admitted } from '../authorise';
import { UseCaseError } from '../errors';
import type { Ports, Visitor } from '../ports';
import { mandateOf } from './mandate-of';

/**
 * Lets a call from the identity owner’s desk pass or throws NOT_ALLOWED. What one administers or decides counts for
 * nothing here: only who speaks for something is let in, for the calls of the desk, and for that alone.
 */
export async function authoriseDesk(ports: Ports, visitor: Visitor, call: Call): Promise<Admitted> {
  if (!isDeskCall(call)) {
    throw new UseCaseError('NOT_ALLOWED', `This is not for the identity owner’s desk (${call}).`);
  }
  const settings = await ports.settings.load();
  const mandate = await mandateOf(ports, settings, visitor.accountId);
  if (mandate.idpIds.length + mandate.groups.length === 0) {
    throw new UseCaseError(
      'NOT_ALLOWED',
      'This desk is for identity owners, and nobody named you as one. An owner of Seatpath can, in its setup.',
    );
  }
  return { settings, caller: { ...visitor, mandate } };
}

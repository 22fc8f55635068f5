/** A port that cannot be opened: something else listens there, or it is not this user's to take. */
export class PortTaken extends Error {
  constructor(port: number, cause: NodeJS.ErrnoException) {
    super(`port ${port} cannot be opened (${cause.code}): end what listens there, or name another`, {
      cause,
    });
  }
}

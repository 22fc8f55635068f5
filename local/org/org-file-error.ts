/** A world file that breaks a hard rule. `message` is one line: where, what, and what to do about it. */
export class OrgFileError extends Error {
  readonly path: string;

  constructor(path: string, what: string) {
    super(path === '' ? what : `${path}: ${what}`);
    this.name = 'OrgFileError';
    this.path = path;
  }
}

/** `['users', 12, 'groups', 0]` → `users[12].groups[0]`; keys that are no identifiers are quoted. */
export function spellPath(parts: readonly PropertyKey[]): string {
  let spelled = '';
  for (const part of parts) {
    if (typeof part === 'number') spelled += `[${String(part)}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(part)))
      spelled += spelled === '' ? String(part) : `.${String(part)}`;
    else spelled += `[${JSON.stringify(String(part))}]`;
  }
  return spelled;
}

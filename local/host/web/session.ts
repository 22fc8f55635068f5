import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Languages the visitor may read Jira in, by the locale that Jira then tells an app. */
export const languages = { en_US: 'English', de_DE: 'Deutsch' } as const;
export type Locale = keyof typeof languages;

/** Who looks at the page; kept on the server, the browser holds a random name of it only. */
export interface Session {
  id: string;
  accountId: string;
  installationId: string;
  colorMode: 'light' | 'dark';
  locale: Locale;
}

export interface Sessions {
  of(context: Context): Session;
  change(session: Session, change: Partial<Omit<Session, 'id'>>): void;
}

const cookieName = 'local-host-session';

export function createSessions(first: Omit<Session, 'id'>): Sessions {
  const sessions = new Map<string, Session>();
  return {
    of: (context) => {
      const known = sessions.get(getCookie(context, cookieName) ?? '');
      if (known) return known;
      const session: Session = { id: randomUUID(), ...first };
      sessions.set(session.id, session);
      setCookie(context, cookieName, session.id, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return session;
    },
    change: (session, change) => void Object.assign(session, change),
  };
}

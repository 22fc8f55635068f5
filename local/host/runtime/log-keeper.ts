import { inspect } from 'node:util';
import type { Recorder } from '../recorder';
import type { Invocation } from './invocation';
import { logBytesPerInvocation, logLinesPerRuntimeMinute, runtimeMinutes } from './limits';

export interface LogLine {
  installationId: string;
  invocationId: string;
  functionKey: string;
  level: string;
  text: string;
}

export interface LogKeeper {
  take(invocation: Invocation, level: string, parts: unknown[]): void;
  lines(installationId: string): LogLine[];
  /** From now on this text is blotted out of the installation's logs, and its presence there is recorded. */
  guard(installationId: string, secret: string): void;
}

/** Shorter secrets would blot out ordinary words. */
const shortestSecret = 8;
const bearer = /(bearer|basic)\s+[\w.~+/=-]{8,}/gi;

/**
 * Keeps what the app prints during an invocation, apart for each installation, within Forge's limits. Forge shows logs
 * to the vendor as they are; here stored secrets and authorization headers are blotted out, and recorded, because an
 * app that prints them has a defect.
 */
export function createLogKeeper(recorder: Recorder, print?: (line: string) => void): LogKeeper {
  const kept: LogLine[] = [];
  const secrets = new Map<string, Set<string>>();

  const blot = (installationId: string, text: string): string => {
    let clean = text.replace(bearer, '$1 ***');
    for (const secret of secrets.get(installationId) ?? []) clean = clean.replaceAll(secret, '***');
    if (clean !== text) {
      recorder.note({ kind: 'warning', service: 'logs', what: 'the app logged a secret', installationId });
    }
    return clean;
  };

  return {
    take: (invocation, level, parts) => {
      const { installationId } = invocation.installation;
      const raw = parts
        .map((part) => (typeof part === 'string' ? part : inspect(part, { depth: 4 })))
        .join(' ');
      const text = blot(installationId, raw);
      invocation.logLines += 1;
      invocation.logBytes += Buffer.byteLength(text);
      const most = logLinesPerRuntimeMinute * runtimeMinutes(invocation.timeoutSeconds);
      if (invocation.logLines > most || invocation.logBytes > logBytesPerInvocation) {
        const what = `the log of ${invocation.functionKey} is over its limit; the rest is dropped`;
        recorder.note({ kind: 'warning', service: 'logs', what, installationId });
        return;
      }
      const line = {
        installationId,
        invocationId: invocation.id,
        functionKey: invocation.functionKey,
        level,
        text,
      };
      kept.push(line);
      print?.(`[${installationId}] ${invocation.functionKey} ${level}: ${text}`);
    },
    lines: (installationId) => kept.filter((line) => line.installationId === installationId),
    guard: (installationId, secret) => {
      if (secret.length < shortestSecret) return;
      const known = secrets.get(installationId) ?? new Set();
      secrets.set(installationId, known.add(secret));
    },
  };
}

import type { z } from 'zod';
import { OrgFile, orgFileFormat } from './org-file';
import { OrgFileError, spellPath } from './org-file-error';
import { refuseBrokenReferences } from './org-file-rules';

/**
 * Text of a world file → the world. Refuses, as OrgFileError, what breaks a hard rule of the format: bad JSON,
 * another format, an unknown key, a reference to nothing, an id used twice, a bad instant, a service account
 * with a person's address. What Atlassian itself could show, however odd, is accepted.
 */
export function parseOrgFile(text: string): OrgFile {
  const json = readJson(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new OrgFileError(
      '',
      'the org file is no JSON object; it starts with { "format": "seatpath-org/1", … }',
    );
  }
  const found: unknown = 'format' in json ? json.format : undefined;
  if (found !== orgFileFormat) {
    const version = found === undefined ? 'no format at all' : JSON.stringify(found);
    throw new OrgFileError(
      'format',
      `found ${version}, this version reads ${JSON.stringify(orgFileFormat)}; convert the file`,
    );
  }
  const parsed = OrgFile.safeParse(json);
  if (!parsed.success) throw asOrgFileError(parsed.error);
  refuseBrokenReferences(parsed.data);
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    throw new OrgFileError('', `the org file is not valid JSON (${why}); correct it or write it anew`);
  }
}

function asOrgFileError(error: z.ZodError): OrgFileError {
  const issue = error.issues[0];
  if (issue === undefined) return new OrgFileError('', 'the org file does not fit its format');
  const path = spellPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return new OrgFileError(
      spellPath([...issue.path, key]),
      `the format knows no key ${JSON.stringify(key)} here; remove it`,
    );
  }
  if (issue.code === 'invalid_format') return new OrgFileError(path, issue.message);
  return new OrgFileError(path, `${issue.message.replace(/\s+/g, ' ')}; correct the value`);
}

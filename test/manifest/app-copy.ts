import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Verdict {
  readonly success: boolean;
  readonly errors: readonly { readonly level: string; readonly message: string }[];
}

/** Runs where the app is, because the package reads what a manifest names from there. */
const SCRIPT = `
const { validate } = require('@forge/manifest');
(async () => {
  const verdicts = [];
  for (const file of process.argv.slice(1)) {
    const { success, errors = [] } = await validate(false, file);
    verdicts.push({ success, errors: errors.map(({ level, message }) => ({ level, message })) });
  }
  process.stdout.write('VERDICTS' + JSON.stringify(verdicts));
})().catch((error) => { console.error(error); process.exit(1); });
`;

/**
 * What Atlassian's own validation has against manifests, in a copy of the app of their own. A page that was
 * not built yet stands there as an empty one.
 */
export function validateManifests(manifests: readonly string[]): readonly Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'seatpath-manifest-'));
  try {
    for (const file of ['package.json', 'tsconfig.json']) cpSync(file, join(folder, file));
    cpSync('src', join(folder, 'src'), { recursive: true });
    const build = join(folder, 'static/admin/build');
    mkdirSync(build, { recursive: true });
    if (!existsSync(join(build, 'index.html'))) writeFileSync(join(build, 'index.html'), '<!doctype html>\n');
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
    const files = manifests.map((text, i) => {
      writeFileSync(join(folder, `manifest-${i}.yml`), text);
      return `./manifest-${i}.yml`;
    });
    const said = execFileSync(process.execPath, ['-e', SCRIPT, ...files], { cwd: folder, encoding: 'utf8' });
    return JSON.parse(said.slice(said.indexOf('VERDICTS') + 'VERDICTS'.length)) as readonly Verdict[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const readManifestText = (): string => readFileSync('manifest.yml', 'utf8');

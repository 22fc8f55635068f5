import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';

/** The folders whose imports are judged. */
export const LAYER_FOLDERS = ['src', 'local', 'static/admin/src', 'test'] as const;

const root = join(__dirname, '../..');

/** The rules and options of `.dependency-cruiser.cjs`. */
export function readLayerRules(): IConfiguration {
  return createRequire(__filename)(join(root, '.dependency-cruiser.cjs')) as IConfiguration;
}

/** Every import of the tree at `baseDir`, judged by the layer rules. */
export async function cruiseTree(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  // The package has no entry for require(), which is what an import statement becomes here.
  const { cruise } = await import('dependency-cruiser');
  const { default: extractTsConfig } = await import('dependency-cruiser/config-utl/extract-ts-config');
  const { options, ...ruleSet } = readLayerRules();
  const { enhancedResolveOptions, ...cruiseOptions } = options ?? {};
  const result = await cruise(
    [...folders],
    { ...cruiseOptions, baseDir, ruleSet, validate: true, outputType: 'json' },
    { ...enhancedResolveOptions },
    { tsConfig: extractTsConfig(join(root, 'tsconfig.json')) },
  );
  return typeof result.output === 'string' ? (JSON.parse(result.output) as ICruiseResult) : result.output;
}

/** Each violation as one line: the rule, and the import or module that breaks it. */
export function tellViolations(result: ICruiseResult): string[] {
  return result.summary.violations.map(({ rule, from, to }) =>
    from === to ? `${rule.name}: ${from}` : `${rule.name}: ${from} → ${to}`,
  );
}

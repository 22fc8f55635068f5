/* eslint-disable @typescript-eslint/no-require-imports -- Forge's packages look for a CommonJS main module */
/* global console, require */
const { join, relative, resolve } = require('node:path');
const {
  ConfigFile,
  FileSystemReader,
  FileSystemWriter,
  listTSConfigIncludeExclude,
} = require('@forge/cli-shared');
const { getClientSideLintersOnly, lint } = require('@forge/lint');
const { Refusal, enterApp, logger, runCommand } = require('./open-app.cjs');

/** Downloads the products' OpenAPI files; the local host holds the app to its scopes instead. */
const needsNetwork = 'PermissionLinter';

/** Feature flags and the list of withdrawn runtimes come from Atlassian's servers when there is a login. */
const noService = { getDeprecatedRuntimes: async () => [] };

/** Runs the linters of `forge lint` that need neither login nor network. Errors fail, warnings are printed. */
void runCommand('lint', async () => {
  const { app } = enterApp();
  const reader = new FileSystemReader();
  const files = (await reader.recursiveReadDir('./src', ['node_modules'])).filter((file) =>
    /\.[jt]sx?$/.test(file),
  );
  // A file that tsconfig.json does not list one by one is passed over in silence by the linters.
  const { include } = await listTSConfigIncludeExclude(reader);
  const missed = files.filter((file) => /\.tsx?$/.test(file) && !include.includes(join(app, file)));
  if (missed.length > 0) throw new Refusal(`tsconfig.json includes no glob that holds ${missed[0]}.`);

  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
  const everyLinter = await getClientSideLintersOnly(manifest, 'development', logger, noService);
  const linters = everyLinter.filter((linter) => linter.constructor.name !== needsNetwork);
  if (linters.length !== everyLinter.length - 1)
    throw new Refusal(`@forge/lint has no ${needsNetwork} any more.`);

  const results = await lint(files, manifest, 'development', logger, noService, {
    linter: { mode: 'client-side' },
    linters,
  });
  let errors = 0;
  for (const result of results) {
    const say = (kind) => (problem) => {
      const file = relative(app, resolve(app, result.file));
      logger.info(`${kind} ${file}:${problem.line}:${problem.column} ${problem.message}`);
    };
    result.warnings.forEach(say('warning'));
    result.errors.forEach(say('error'));
    result.approvals.forEach(say('approval needed'));
    errors += result.errors.length + result.approvals.length;
  }
  if (errors > 0) throw new Refusal(`${errors} errors`);
  console.log(`${linters.length} linters, ${files.length} files: no errors`);
});

/* eslint-disable @typescript-eslint/no-require-imports -- the bundler wants a CommonJS main module (require.main) */
/* global __dirname, console, process, require */
const { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

// Read by the bundler when it is loaded: where the runtime comes from instead of the network.
process.env.FORGE_RUNTIME_PATH = join(__dirname, 'runtime-stand-in');

const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
const { Refusal, enterApp, logger, runCommand } = require('./open-app.cjs');

/** Bundles the app as `forge deploy` would, types checked by Forge's own compiler, and prints the folder. */
void runCommand('bundle', async () => {
  const { app, out } = enterApp();
  // The compiler of the bundler has nothing to hand over then, and says so in a way that nobody understands.
  if (/"noEmit"\s*:\s*true/.test(readFileSync('tsconfig.json', 'utf8'))) {
    throw new Refusal(
      "tsconfig.json says noEmit: Forge's bundler compiles with this very file and gets nothing.",
    );
  }
  const reader = new FileSystemReader();
  const configFile = new ConfigFile(reader, new FileSystemWriter());
  const handlers = await configFile.getAppHandlers();
  const entryPoints = getEntryPoints(handlers);
  if (entryPoints.length === 0) throw new Refusal('manifest.yml names no function to bundle.');

  const bundler = getNodeBundler(logger, getWrapperProvider({ fileSystemReader: reader }), configFile);
  const { outputDir, additionalOutputs } = await bundler.bundle({ appDirectory: app, entryPoints });

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(outputDir, out, { recursive: true });
  for (const [name, content] of additionalOutputs ?? []) {
    if (typeof content !== 'string') writeFileSync(join(out, name), content);
    else cpSync(content, join(out, name));
  }
  for (const { name } of entryPoints) {
    if (!existsSync(join(out, `${name}.cjs`))) throw new Refusal(`The bundler wrote no ${name}.cjs.`);
  }
  console.log(out);
});

import { readSimulateSettings, SIMULATE_USAGE } from './simulate/arguments';
import { renderChecks, renderOutcomes } from './simulate/report';
import { simulate } from './simulate/simulate';
import { UsageError } from './trace/arguments';

/** 0: everything holds; 1: something does not; 2: bad arguments. */
async function main(): Promise<number> {
  try {
    const settings = readSimulateSettings(process.argv.slice(2));
    const shown = process.stderr.isTTY;
    const { outcomes, checks } = await simulate(settings, (words) => {
      if (shown) process.stderr.write(`\r\u001b[K${words}`);
    });
    if (shown) process.stderr.write('\r\u001b[K');
    process.stdout.write(
      `${settings.weeks} weeks of the demo organization, seed ${settings.seed}\n\n${renderOutcomes(outcomes)}\n\n${renderChecks(checks)}\n`,
    );
    return checks.every(({ against }) => against.length === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`simulate: ${error.message}\n${error.showUsage ? `${SIMULATE_USAGE}\n` : ''}`);
    return 2;
  }
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});

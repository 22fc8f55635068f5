import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ScenarioWorld, worldFromYaml } from '../support/world';

/** Every scenario of this folder, in the order of their file names. */
export function readScenarios(): ScenarioWorld[] {
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((file) => {
      try {
        return worldFromYaml(readFileSync(join(__dirname, file), 'utf8'));
      } catch (error) {
        throw new Error(`${file} is no scenario`, { cause: error });
      }
    });
}

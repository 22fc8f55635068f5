import { resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium, HOW_TO_INSTALL, thisMachine } from '../../local/checks/browser';

/** No sandbox because tests may run as root; the rest keeps the browser from talking to anybody on its own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium; close it at the end of the test file. Throws with the line that installs one. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium(thisMachine(resolve(__dirname, '../..')));
  if (executablePath === null) throw new Error(HOW_TO_INSTALL);
  return chromium.launch({ executablePath, headless: true, args: flags });
}

import { readManifest } from '../../local/host/manifest';

/** An app in the place of ours: whatever function of the manifest is run, it does the same work. */
export function anyWork(
  manifestPath: string,
  work: (event: unknown) => Promise<unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    [...readManifest(manifestPath).functions.values()].map(({ handler }) => [handler.split('.')[1], work]),
  );
}

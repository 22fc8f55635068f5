import { readManifest } from '../../local/host/manifest';

type Work = (event: unknown) => Promise<unknown>;

/** An app in the place of ours: whatever function of the manifest is run, it does the same work. */
export function anyWork(manifestPath: string, work: Work): Record<string, Work> {
  const exported: Record<string, Work> = {};
  for (const { handler } of readManifest(manifestPath).functions.values())
    exported[handler.split('.')[1]!] = work;
  return exported;
}

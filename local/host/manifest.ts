import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The part of a Forge manifest this host acts on; other parts are kept as they are and have no effect here. */
const egressEntry = z.union([z.string(), z.object({ address: z.string() }).loose()]);

const indexEntry = z.union([
  z.string(),
  z.object({ name: z.string(), range: z.array(z.string()), partition: z.array(z.string()).optional() }),
]);

const entityEntry = z.object({
  name: z.string(),
  attributes: z.record(
    z.string(),
    z.object({ type: z.enum(['string', 'integer', 'float', 'boolean', 'any']) }),
  ),
  indexes: z.array(indexEntry).optional(),
});

const moduleEntry = z
  .object({
    key: z.string(),
    function: z.string().optional(),
    resolver: z.object({ function: z.string() }).loose().optional(),
    resource: z.string().optional(),
    title: z.unknown().optional(),
    queue: z.string().optional(),
    interval: z.enum(['fiveMinute', 'hour', 'day', 'week']).optional(),
    filter: z.object({ appIsLicensed: z.boolean().optional() }).loose().optional(),
    useAsConfig: z.boolean().optional(),
  })
  .loose();

const functionEntry = z
  .object({ key: z.string(), handler: z.string(), timeoutSeconds: z.number().positive().optional() })
  .loose();

const manifestSchema = z.object({
  app: z
    .object({
      id: z.string(),
      runtime: z.object({ name: z.string() }).loose(),
      storage: z
        .object({ entities: z.array(entityEntry).optional() })
        .loose()
        .optional(),
      licensing: z.object({ enabled: z.boolean().optional() }).loose().optional(),
    })
    .loose(),
  modules: z.record(z.string(), z.array(z.unknown())),
  resources: z.array(z.object({ key: z.string(), path: z.string() }).loose()).optional(),
  permissions: z
    .object({
      scopes: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
      external: z
        .object({
          fetch: z
            .object({ backend: z.array(egressEntry).optional() })
            .loose()
            .optional(),
        })
        .loose()
        .optional(),
      content: z.unknown().optional(),
    })
    .loose()
    .optional(),
});

export type EntitySchema = z.infer<typeof entityEntry>;
export type FunctionEntry = z.infer<typeof functionEntry>;
export type ManifestModule = z.infer<typeof moduleEntry> & { type: string };

export interface Manifest {
  /** Without the ARI around it, as the runtime and the addresses of pages have it. */
  appId: string;
  runtimeName: string;
  licensed: boolean;
  functions: Map<string, FunctionEntry>;
  /** All modules but functions, in the order of the file. */
  modules: ManifestModule[];
  resources: Map<string, string>;
  entities: Map<string, EntitySchema>;
  scopes: Set<string>;
  backendEgress: string[];
  /** `permissions` as written: the CSP generator and `getAppContext()` read it. */
  permissions: Record<string, unknown>;
}

const functionsKey = 'function';

/** @throws when the file is not a manifest this host can act on; the message names the place. */
export function readManifest(path: string): Manifest {
  return parseManifest(readFileSync(path, 'utf8'));
}

export function parseManifest(text: string): Manifest {
  const read = manifestSchema.safeParse(parse(text));
  if (!read.success) throw new Error(`The manifest cannot be used: ${z.prettifyError(read.error)}`);
  const { app, modules, resources, permissions } = read.data;
  const functions = (modules[functionsKey] ?? []).map((entry) => functionEntry.parse(entry));
  const scopes = permissions?.scopes ?? [];
  return {
    appId: app.id.slice(app.id.lastIndexOf('/') + 1),
    runtimeName: app.runtime.name,
    licensed: app.licensing?.enabled ?? false,
    functions: new Map(functions.map((entry) => [entry.key, entry])),
    modules: Object.entries(modules)
      .filter(([type]) => type !== functionsKey)
      .flatMap(([type, entries]) => entries.map((entry) => ({ type, ...moduleEntry.parse(entry) }))),
    resources: new Map((resources ?? []).map((resource) => [resource.key, resource.path])),
    entities: new Map((app.storage?.entities ?? []).map((entity) => [entity.name, entity])),
    scopes: new Set(Array.isArray(scopes) ? scopes : Object.keys(scopes)),
    backendEgress: (permissions?.external?.fetch?.backend ?? []).map((entry) =>
      typeof entry === 'string' ? entry : entry.address,
    ),
    permissions: permissions ?? {},
  };
}

export function findModule(manifest: Manifest, moduleKey: string): ManifestModule {
  const module = manifest.modules.find((candidate) => candidate.key === moduleKey);
  if (!module) throw new Error(`The manifest has no module '${moduleKey}'.`);
  return module;
}

/** The consumer module of a queue, if the manifest has one. */
export function findConsumer(manifest: Manifest, queue: string): ManifestModule | undefined {
  return manifest.modules.find((module) => module.type === 'consumer' && module.queue === queue);
}

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Tree = { [key: string]: unknown };

/** What an OpenAPI file says of answers. */
export interface ShapeCheck {
  /** `"GET /admin/v1/orgs/{orgId}"` of every operation in the file. */
  readonly operations: readonly string[];
  /** What is wrong with an answer; nothing: it fits. A body that no schema describes has to be absent. */
  faultsOf(operation: string, status: number, body: unknown): string[];
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a file of test/openapi; objects with known fields are closed, so that a field of our own invention is found. */
export function readShapes(fileName: string): ShapeCheck {
  const path = resolve(import.meta.dirname, '../openapi', fileName);
  const document = close(JSON.parse(readFileSync(path, 'utf8'))) as Tree;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, fileName);
  const paths = document['paths'] as Record<string, Record<string, Tree>>;
  const operations = Object.entries(paths).flatMap(([template, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${template}`),
  );
  const compiled = new Map<string, ValidateFunction>();
  const schemaAt = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `${fileName}#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  return {
    operations,
    faultsOf: (operation, status, body) => {
      const [method = '', template = ''] = operation.split(' ');
      const responses = paths[template]?.[method.toLowerCase()]?.['responses'] as
        Record<string, Tree> | undefined;
      const key = responses?.[String(status)] === undefined && status < 300 ? '2XX' : String(status);
      const response = responses?.[key];
      if (response === undefined) return [`${operation}: the file knows no answer ${String(status)}`];
      const shared = typeof response['$ref'] === 'string' ? response['$ref'].slice(1) : undefined;
      const base = shared ?? `/paths/${escape(template)}/${method.toLowerCase()}/responses/${key}`;
      const media = Object.keys((at(document, base)['content'] as Tree | undefined) ?? {})[0];
      if (media === undefined) {
        // Errors of the link calls have a body that no source describes.
        return body === undefined || status >= 400 ? [] : [`${operation}: a body where none is described`];
      }
      const validate = schemaAt(`${base}/content/${escape(media)}/schema`);
      if (validate(body)) return [];
      return (validate.errors ?? []).map(
        (error) =>
          `${operation} ${String(status)}${error.instancePath}: ${error.message ?? ''} ${JSON.stringify(error.params)}`,
      );
    },
  };
}

function escape(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function at(document: Tree, pointer: string): Tree {
  let found: unknown = document;
  for (const part of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isTree(found) ? found[key] : undefined;
  }
  return isTree(found) ? found : {};
}

/** The same document in which every object schema with properties takes no others. */
function close(value: unknown, isPropertyMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => close(item));
  if (!isTree(value)) return value;
  const closed = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, close(item, !isPropertyMap && key === 'properties')]),
  );
  if (isPropertyMap || !isTree(value['properties']) || 'additionalProperties' in value) return closed;
  return { ...closed, additionalProperties: false };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';

const schemaFile = createRequire(import.meta.url).resolve(
  '@atlaskit/adf-schema/dist/json-schema/v1/full.json',
);

/** What Atlassian's own schema has against a document; empty where it is good. */
export function adfProblems(document: unknown): string[] {
  const ajv = new Ajv04({ allErrors: true, strict: false });
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
  return validate(document) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`);
}

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: { readonly href?: string } }[];
  readonly content?: readonly Node[];
}

/** Every node of a document, depth first. */
export function adfNodes(document: unknown): Node[] {
  const node = document as Node;
  return [node, ...(node.content ?? []).flatMap(adfNodes)];
}

/** All words of a document. */
export function adfText(document: unknown): string {
  return adfNodes(document)
    .map((node) => node.text ?? '')
    .join('\n');
}

import { patchBodyValidation, scimPatch, type ScimPatchOperation, type ScimResource } from 'scim-patch';
import { z } from 'zod';
import type { Call } from '../http/endpoint';
import { Refusal } from '../http/refusal';

const patchBody = z.looseObject({
  schemas: z.array(z.string()).optional(),
  Operations: z.array(z.looseObject({ op: z.string() })).optional(),
  operations: z.array(z.looseObject({ op: z.string() })).optional(),
});

/** A SCIM body in the shape it needs; refused as invalidSyntax otherwise. */
export function readScimBody<Shape extends z.ZodType>(call: Call, shape: Shape): z.infer<Shape> {
  try {
    return shape.parse(JSON.parse(call.text));
  } catch {
    throw new Refusal(400, 'invalidSyntax', 'The request body does not fit.');
  }
}

/** The resource with the call's PATCH applied. The model spells `operations`, its own example `Operations`: both do. */
export function patched(call: Call, resource: Record<string, unknown>): Record<string, unknown> {
  const sent = readScimBody(call, patchBody);
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] as const,
    Operations: (sent.Operations ?? sent.operations ?? []) as ScimPatchOperation[],
  };
  try {
    patchBodyValidation({ schemas: [...body.schemas], Operations: body.Operations });
    const copy = structuredClone(resource) as unknown as ScimResource;
    return scimPatch(copy, body.Operations) as unknown as Record<string, unknown>;
  } catch (error) {
    const code = error instanceof Error && 'scimCode' in error ? String(error.scimCode) : 'invalidSyntax';
    throw new Refusal(400, code, error instanceof Error ? error.message : 'The patch cannot be applied.');
  }
}

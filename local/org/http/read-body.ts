import type { z } from 'zod';
import type { Call } from './endpoint';
import { Refusal } from './refusal';

/** The JSON body in the shape the endpoint wants; anything else is refused as ADMIN-400-24. Empty counts as `{}`. */
export function readBody<Shape extends z.ZodType>(call: Pick<Call, 'text'>, shape: Shape): z.infer<Shape> {
  let json: unknown;
  try {
    json = call.text.trim() === '' ? {} : JSON.parse(call.text);
  } catch {
    throw new Refusal(400, 'ADMIN-400-24', 'The request body is not valid JSON.');
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal(
    400,
    'ADMIN-400-24',
    `Invalid request body: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}

/** Values of a list parameter, however it is spelled: repeated, with brackets, or with commas. */
export function readList(query: URLSearchParams, name: string): string[] | undefined {
  const values = [...query.getAll(name), ...query.getAll(`${name}[]`)].flatMap((value) => value.split(','));
  return values.length === 0 ? undefined : values.filter((value) => value !== '');
}

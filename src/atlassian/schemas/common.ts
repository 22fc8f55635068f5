import { z } from 'zod';

/*
 * Answers are read loosely where Atlassian's own schema is loose: nearly every field is optional, any
 * may be null, more may come. What is missing stays missing here; the snapshot says what that means.
 * Field names: facts of Atlassian's published OpenAPI for organizations and SCIM, read 2026-11-23.
 */

export const text = z.string().nullish();
/** What an item is joined by: an empty one would make one of two things. */
export const id = z.string().min(1);
export const flag = z.boolean().nullish();
export const count = z.int().min(0).nullish();

/** `next` is a bare cursor on some endpoints and an address on others; read it with `cursorOf`. */
export const links = z.looseObject({ next: text }).nullish();

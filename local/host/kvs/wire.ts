import { z } from 'zod';

/** Request bodies of `@forge/kvs` 1.6.5 (out/storage-api.js, out/transaction-api.js), strict: a new field is a diff to look at. */
const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();

const ttl = z.strictObject({ value: z.number(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });

const getOptions = z.strictObject({ metadataFields }).optional();

const setOptions = z
  .strictObject({
    ttl: ttl.optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: metadataFields,
  })
  .optional();

const ttlOnly = z.strictObject({ ttl: ttl.optional() }).optional();

/** Keys arrive unchecked: the store answers with the code of the rule a key breaks. */
const key = z.unknown().optional();

const clause = z.strictObject({
  property: z.string(),
  condition: z.string(),
  values: z.array(z.unknown()),
});

export const conditionsSchema = z.strictObject({
  and: z.array(clause).optional(),
  or: z.array(clause).optional(),
});

export const keyedSchema = z.strictObject({ key, entityName: z.string().optional(), options: getOptions });

export const setSchema = z.strictObject({
  key,
  value: z.unknown().optional(),
  entityName: z.string().optional(),
  options: setOptions,
});

export const querySchema = z.strictObject({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z.array(clause).optional(),
  options: getOptions,
});

export const entityQuerySchema = z.strictObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: z.strictObject({ condition: z.string(), values: z.array(z.unknown()) }).optional(),
  filters: conditionsSchema.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  limit: z.number().optional(),
  cursor: z.string().optional(),
  options: getOptions,
});

export const transactionSchema = z.strictObject({
  set: z
    .array(
      z.strictObject({
        key,
        value: z.unknown().optional(),
        entityName: z.string().optional(),
        conditions: conditionsSchema.optional(),
        options: ttlOnly,
      }),
    )
    .optional(),
  delete: z
    .array(
      z.strictObject({ key, entityName: z.string().optional(), conditions: conditionsSchema.optional() }),
    )
    .optional(),
  check: z.array(z.strictObject({ key, entityName: z.string(), conditions: conditionsSchema })).optional(),
});

const batchItem = { key, entityName: z.string().optional() };
export const batchSetSchema = z.array(
  z.strictObject({ ...batchItem, value: z.unknown().optional(), options: ttlOnly }),
);
export const batchKeysSchema = z.array(z.strictObject(batchItem));

export type SetOptions = z.infer<typeof setOptions>;
export type Conditions = z.infer<typeof conditionsSchema>;
export type Clause = z.infer<typeof clause>;
export type EntityQuery = z.infer<typeof entityQuerySchema>;
export type KeyQuery = z.infer<typeof querySchema>;
export type Transaction = z.infer<typeof transactionSchema>;

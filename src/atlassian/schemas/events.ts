import { z } from 'zod';
import { text } from './common';

/** A thing that was acted on. What kind of thing it is tells its id: the words for `type` are not documented. */
const Thing = z.looseObject({ id: text, attributes: z.looseObject({ cause: text }).nullish() });

export const EventsAnswer = z.looseObject({
  data: z
    .array(
      z.looseObject({
        attributes: z
          .looseObject({
            time: text,
            processedAt: text,
            action: text,
            actor: z.looseObject({ id: text, auth: z.looseObject({ authType: text }).nullish() }).nullish(),
            context: z.array(Thing).nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
  meta: z.looseObject({ next: text }).nullish(),
});
export type EventAnswer = NonNullable<z.infer<typeof EventsAnswer>['data']>[number];

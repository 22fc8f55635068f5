import type { UserAnswer } from '../atlassian/schemas/organization';

/** Takes the people of a page where a run may keep their names: the laptop may, Forge storage never. */
export interface PersonSink {
  add(users: readonly UserAnswer[]): void;
}

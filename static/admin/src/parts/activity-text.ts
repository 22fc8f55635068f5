import { type Activity } from '../../../../src/contracts/views';
import { type Format } from '../platform/format';
import { type Translate } from '../texts/texts';

/** Last activity in words: a bucket, or the day where the owner chose dates. */
export function tellActivity(t: Translate, format: Format, activity: Activity): string {
  return 'at' in activity ? format.dayOf(activity.at) : t(`activity.${activity.bucket}`);
}

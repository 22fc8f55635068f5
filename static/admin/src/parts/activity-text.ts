import { type Activity } from '../../../../src/contracts/views';
import { formatDayOf } from '../platform/format';
import { type Translate } from '../texts/texts';

/** Last activity in words: a bucket, or the day where the owner chose dates. */
export function tellActivity(t: Translate, locale: string, activity: Activity): string {
  return 'at' in activity ? formatDayOf(locale, activity.at) : t(`activity.${activity.bucket}`);
}

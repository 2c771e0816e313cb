import { paths } from '../contract/paths.ts';
import type { Out } from './out.ts';
import { benchReplies } from './replies.ts';

const replies: Readonly<Record<string, string>> = {
  'map of the rate': paths.indicatorAreas('nhs-health-check-uptake', { areaType: 'ward' }),
  'reach list against the place': paths.reach('nhs-health-check-uptake'),
  'reach list against 95%': paths.reach('nhs-health-check-uptake', { target: '95' }),
  'map over time': paths.areasOverTime('nhs-health-check-uptake'),
  'groups over time': paths.groupsOverTime('nhs-health-check-uptake'),
  milestones: paths.milestones('nhs-health-check-uptake'),
};

/** What each reply about uptake costs when it is not in memory, beside a map reply timed in the same rounds. */
export async function benchUptake(out: Out): Promise<void> {
  await benchReplies('Replies about uptake on PostgreSQL, none in memory, one at a time', replies, out);
}

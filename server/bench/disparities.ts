import { paths } from '../contract/paths.ts';
import type { Out } from './out.ts';
import { benchReplies } from './replies.ts';

const replies: Readonly<Record<string, string>> = {
  'map of the rate': paths.indicatorAreas('living-in-deprived-areas', { areaType: 'ward' }),
  'groups of one indicator, five ethnic groups': paths.disparities('blood-pressure-recorded'),
  'groups of a property of areas, limits from 173 areas': paths.disparities('living-in-deprived-areas'),
  'groups of one indicator, sixteen, with unknown': paths.disparities('covid-19-dose-2-of-dose-1', {
    area: 'E92000001',
  }),
  'fifths of wards, age-standardised': paths.disparities('covid-19-dose-1'),
  'gap over time': paths.gapTrend('covid-19-dose-1'),
  'map of the gap': paths.gaps('blood-pressure-recorded', { group: 'black' }),
  'heat map by ethnic group': paths.disparityOverview(),
  'heat map by deprivation': paths.disparityOverview({ by: 'deprivation' }),
  'ledger of commitments': paths.ledger(),
};

/** What each reply about gaps costs when it is not in memory, beside a map reply timed in the same rounds. */
export async function benchDisparities(out: Out): Promise<void> {
  await benchReplies('Replies about gaps on PostgreSQL, none in memory, one at a time', replies, out);
}

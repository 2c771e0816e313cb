/** When people could first be vaccinated, called or invited: an event where one says so, else the first period. Pure. */
import { ageRange } from '../../contract/age-bands.ts';
import type { DocumentOf } from '../../contract/documents/schemas.ts';
import { parsePeriod } from '../../contract/periods.ts';
import type { Eligibility } from '../../contract/uptake-replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { AreaToRead } from '../../judge/groups/area-to-read.ts';

type Event = DocumentOf<'events'>['events'][number];

export interface EligibilityQuestion {
  readonly indicator: Indicator;
  readonly area: AreaToRead;
  readonly ageBand: string;
  /** Every event there is; in any order. */
  readonly events: readonly Event[];
  readonly firstPeriod: string;
}

export function eligibilityOf({ events, firstPeriod, ...asked }: EligibilityQuestion): Eligibility {
  const [opened] = events.filter((event) => opensTo(event, asked)).sort((a, b) => (a.date < b.date ? -1 : 1));
  if (opened !== undefined) {
    const { date, id, title, synthetic } = opened;
    return { date, label: title, event: id, synthetic };
  }
  const { end = firstPeriod, label = firstPeriod } = parsePeriod(firstPeriod) ?? {};
  return { date: end, label: `The first period held: ${label}` };
}

/** An event opens eligibility to everyone asked about or to some of their ages, whatever their ethnic group. */
function opensTo(
  event: Event,
  { indicator, area, ageBand }: Omit<EligibilityQuestion, 'events' | 'firstPeriod'>,
): boolean {
  if (event.type !== 'eligibility' || !event.indicators.includes(indicator.id)) return false;
  if (event.ethnicGroups.length > 0) return false;
  const around = [area.code, ...area.parents.map(({ code }) => code)];
  const isHere = event.areas.length === 0 || event.areas.some(({ code }) => around.includes(code));
  const ages = agesOf(event, indicator);
  return isHere && (ages === undefined || ages.some((band) => sharesAges(band, ageBand)));
}

/** The ages an event names, or those of the population groups it names as the indicator has them; undefined for all. */
function agesOf({ ageBands, populationGroups }: Event, indicator: Indicator): readonly string[] | undefined {
  if (ageBands.length > 0) return ageBands;
  if (populationGroups.length === 0) return undefined;
  return indicator.populationGroups
    .filter(({ id }) => populationGroups.includes(id))
    .flatMap((group) => group.ageBands);
}

function sharesAges(a: string, b: string): boolean {
  const [first, second] = [ageRange(a), ageRange(b)];
  if (first === undefined || second === undefined) return false;
  return first.from <= second.to && second.from <= first.to;
}

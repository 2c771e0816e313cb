/**
 * What the API's maps publish of one group in one area, added up from wards where it has no figures of its own: the
 * facts that tests recompute everything else from.
 */
import type { AreasReply, IndicatorAreasReply } from '../contract/replies.ts';
import { type Known, rounded, sum } from './testing-rounded-counts.ts';
import type { Selection } from './testing-selections.ts';

type MappedArea = IndicatorAreasReply['areas'][number];

/** Counts where the figure is shown with them. */
export interface PublishedFigure {
  readonly status: MappedArea['status'];
  readonly counts: Known | undefined;
}

export type Asked = Omit<Selection, 'groups' | 'reference'>;

/** @returns reads a group of a selection; everyone where the group is left out. */
export async function publishedFigures(get: <T>(url: string) => Promise<T>) {
  const { areas } = await get<AreasReply>('/api/v1/areas');
  const scores = await get<IndicatorAreasReply>('/api/v1/indicators/deprivation-score-2025/areas');
  const fifthOfWard = wardFifths(scores);
  const kept = new Map<string, Promise<IndicatorAreasReply | undefined>>();
  /** Undefined at a date that areas of this type have no figures of, though the place has. */
  const mapAt = (url: string) =>
    get<IndicatorAreasReply>(url).catch((error: Error) => {
      if (/no figures for the period/i.test(error.message)) return undefined;
      throw error;
    });
  const wards = (code: string) =>
    areas.filter((area) => area.type === 'ward' && area.parents.some((parent) => parent.code === code));

  return async (
    asked: Asked,
    group: string | undefined,
    ageBand = asked.ageBand,
  ): Promise<PublishedFigure> => {
    const { by, fifths, area, areaType, readType } = asked;
    // Everybody of the place is read of the place: it has dates that its wards have not.
    const ofPlace = fifths === 'wards' && group === undefined;
    const url = mapOf(ofPlace ? { ...asked, readType: areaType } : asked, group, ageBand);
    const map = await (kept.get(url) ?? kept.set(url, mapAt(url)).get(url));
    if (map === undefined) return { status: 'missing', counts: undefined };
    const isRounded = map.comparison.roundedTo !== null;
    // Everybody of the place as published: its wards may be modelled where it is not.
    if (ofPlace && map.benchmark !== null)
      return { status: map.benchmark.status, counts: countsOf(map.benchmark, isRounded) };
    const found = new Map(map.areas.map((one) => [one.code, one]));
    const codes =
      readType === areaType
        ? [area]
        : wards(area)
            .map(({ code }) => code)
            .filter((code) => fifths !== 'wards' || group === undefined || fifthOfWard.get(code) === group);
    const present = codes.flatMap((code) => found.get(code) ?? []);
    const isWhole = present.length === codes.length || (by === 'deprivation' && fifths === 'national');
    if (present.some(({ status }) => status === 'withheld')) return { status: 'withheld', counts: undefined };
    // Nobody to count in a ward adds nobody to the sum.
    const counted = present.filter((one) => one.status === 'shown' || one.reason !== 'nobody-to-count');
    if (counted.length === 0 || !isWhole || counted.some(({ status }) => status === 'missing'))
      return { status: 'missing', counts: undefined };
    return { status: 'shown', counts: sum(counted.map((one) => countsOf(one, isRounded))) };
  };
}

function mapOf(
  { indicator, by, scheme, fifths, readType, period, denominator }: Asked,
  group: string | undefined,
  ageBand: string,
): string {
  const query = new URLSearchParams({ period, ageBand, ...(denominator && { denominator }) });
  if (group !== undefined && by === 'ethnicGroup') {
    query.set('ethnicScheme', scheme ?? '');
    query.set('ethnicGroup', group);
  }
  if (group !== undefined && fifths === 'national') query.set('deprivation', group);
  query.set('areaType', readType);
  return `/api/v1/indicators/${indicator}/areas?${query}`;
}

function countsOf(
  one: MappedArea | NonNullable<IndicatorAreasReply['benchmark']>,
  isRounded: boolean,
): Known | undefined {
  if (one.status !== 'shown' || one.numerator === undefined || one.denominator === undefined)
    return undefined;
  const { numerator, denominator, modellingError: error = 0 } = one;
  const counts = { numerator, denominator, ...(error > 0 && { error }) };
  return isRounded ? rounded(counts) : counts;
}

/** Rank r of n lies in fifth 1 + floor of 5 (r - 1) / n, counted from the least deprived end as OHID does. */
function wardFifths({ areas }: IndicatorAreasReply): ReadonlyMap<string, string> {
  const scored = areas.flatMap((ward) =>
    ward.status === 'shown' ? [{ code: ward.code, score: ward.value }] : [],
  );
  const ranked = scored.toSorted((a, b) => b.score - a.score);
  return new Map(
    ranked.map(({ code }, index) => [
      code,
      String(6 - Math.ceil((5 * (ranked.length - index)) / ranked.length)),
    ]),
  );
}

/** How small areas make up larger ones, by the people who live in them: found once for everything that is published. */
import { bandsCovering } from '../contract/age-bands.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { CENSUS as CENSUS_2021 } from '../indicators/known-characteristics.ts';
import { type Geography, linked, type Shares, sharesByResidents, through, wholly } from './geography.ts';
import type { ObservationTable } from './observation-table.ts';

/** Residents small areas are added up and averaged by: the Census where its ages fit, else the mid-2020 estimate. */
const CENSUS = { measure: 'residents', ...CENSUS_2021 } as const;
const ESTIMATE = { measure: 'residents-mid-2020', period: '2020', edition: '2011' } as const;
const MSOA_EDITION = '2011';

/** The measures an apportionment is made from. */
export const residentMeasures: readonly string[] = [CENSUS.measure, ESTIMATE.measure];

export class Apportionment {
  readonly #geography: Geography;
  readonly #place: string;
  readonly #residentsOf: ObservationTable;
  readonly #shares = new Map<string, Shares>();

  constructor(geography: Geography, place: string, residentsOf: ObservationTable) {
    this.#geography = geography;
    this.#place = place;
    this.#residentsOf = residentsOf;
  }

  sharesTo(
    from: { readonly type: AreaType; readonly edition: string },
    to: AreaType,
    ageBand: string,
    codes: Iterable<string>,
  ): Shares | undefined {
    if (to === 'borough') return wholly([...this.#codesOf(from), ...codes], this.#place);
    if (to === 'neighbourhood') return this.#toNeighbourhood(from, ageBand, codes);
    if (to !== 'ward') return undefined;
    const key = `${from.type} ${from.edition} ${from.type === 'msoa' ? ageBand : ''}`;
    const shares =
      this.#shares.get(key) ??
      (from.type === 'msoa' ? this.#msoaToWard(ageBand) : this.#lsoaToWard(from.edition));
    this.#shares.set(key, shares);
    return shares;
  }

  /** Every area of a list: one without a figure leaves the place without one, where its sum would be too small. */
  #codesOf({ type, edition }: { readonly type: AreaType; readonly edition: string }): string[] {
    return this.#geography.areas.flatMap((area) =>
      area.type === type && area.edition === edition ? [area.code] : [],
    );
  }

  /** By way of wards, so that a neighbourhood is what its wards publish, added up. */
  #toNeighbourhood(
    from: { readonly type: AreaType; readonly edition: string },
    ageBand: string,
    codes: Iterable<string>,
  ): Shares | undefined {
    const onward = this.#wardsToNeighbourhood();
    if (onward === undefined) return undefined;
    if (from.type === 'ward') return onward;
    const toWards = this.sharesTo(from, 'ward', ageBand, codes);
    return toWards && through(toWards, onward);
  }

  /** The areas of a list that small areas of the Census lie in, where that is known; undefined where it is not. */
  ofSmallAreas({ type, edition }: { readonly type: AreaType; readonly edition: string }): Shares | undefined {
    if (type !== 'msoa' || edition !== MSOA_EDITION) return undefined;
    return through(this.#newToOld(), this.#oldToMsoa(this.everyone()));
  }

  /** What areas of a type are added up from, and the share of each part in them; undefined where nothing of ours is. */
  partsOf(to: AreaType): { readonly type: AreaType; readonly shares: Shares } | undefined {
    const ofWards = to === 'neighbourhood' ? this.#wardsToNeighbourhood() : undefined;
    return ofWards && { type: 'ward', shares: ofWards };
  }

  #wardsToNeighbourhood(): Shares | undefined {
    const ofWards = this.#geography.links.find(
      ({ from_type, to_type }) => from_type === 'ward' && to_type === 'neighbourhood',
    );
    if (ofWards === undefined) return undefined;
    const wards = { type: 'ward', edition: ofWards.from_edition } as const;
    return linked(this.#geography, wards, { type: 'neighbourhood' }, this.everyone());
  }

  /** Everybody in each small area of the Census. */
  everyone(): ReadonlyMap<string, number> {
    return this.#residents(CENSUS, 'all');
  }

  #lsoaToWard(edition: string): Shares {
    const everyone = this.everyone();
    const newest = linked(
      this.#geography,
      { type: 'lsoa', edition: CENSUS.edition },
      { type: 'ward' },
      everyone,
    );
    if (edition === CENSUS.edition) return newest;
    return through(
      linked(this.#geography, { type: 'lsoa', edition }, { type: 'lsoa', edition: CENSUS.edition }, everyone),
      newest,
    );
  }

  /** Census small areas where its age bands cover the ages, else those of 2011 with single years of age. */
  #msoaToWard(ageBand: string): Shares {
    const fits =
      bandsCovering(ageBand, this.#residentsOf.bandsOf(CENSUS.measure, CENSUS.period, 'lsoa')) !== undefined;
    const chosen = fits ? CENSUS : ESTIMATE;
    const residents = this.#residents(chosen, ageBand);
    const lsoaToMsoa = this.#oldToMsoa(residents);
    const parts = fits ? through(this.#newToOld(), lsoaToMsoa) : lsoaToMsoa;
    return sharesByResidents(parts, this.#lsoaToWard(chosen.edition), residents);
  }

  #oldToMsoa(residents: ReadonlyMap<string, number>): Shares {
    return linked(
      this.#geography,
      { type: 'lsoa', edition: ESTIMATE.edition },
      { type: 'msoa', edition: MSOA_EDITION },
      residents,
    );
  }

  /** The 2021 small areas with the 2011 ones they came from, which all lie in one MSOA. */
  #newToOld(): Shares {
    const back = new Map<string, Map<string, number>>();
    for (const link of this.#geography.links) {
      if (link.from_type !== 'lsoa' || link.to_type !== 'lsoa') continue;
      const olds = back.get(link.to_code) ?? new Map<string, number>();
      back.set(link.to_code, olds.set(link.from_code, 1));
    }
    for (const olds of back.values()) for (const old of olds.keys()) olds.set(old, 1 / olds.size);
    return back;
  }

  #residents(source: typeof CENSUS | typeof ESTIMATE, ageBand: string): ReadonlyMap<string, number> {
    const stratum = { ethnicGroup: 'all', ageBand, sex: 'all', deprivation: 'all' };
    const figures = this.#residentsOf.at(source.measure, source.period, stratum, 'lsoa') ?? new Map();
    return new Map(
      [...figures].map(([code, figure]) => [code, figure.status === 'value' ? figure.value : 0]),
    );
  }
}

/** What a release has of indicators that have a number, and the groups of the one profile. Pure. */
import {
  type Aim,
  type AreaType,
  aims,
  type PopulationGroup,
  populationGroups,
} from '../../contract/dimensions.ts';
import { areaTypeNumbers, type FingertipsAreaType } from '../../contract/fingertips/code-lists.ts';
import {
  aimGroupNumbers,
  indicatorNumbers,
  PROFILE,
  populationGroupNumbers,
} from '../../contract/fingertips/ids.ts';
import type { Place } from '../../contract/place.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { hasCoverage } from '../../judge/release/resolve.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';

export interface Listed {
  readonly indicator: Indicator;
  readonly number: number;
  /** Its title, which says where all figures are made up. */
  readonly name: string;
  /** The ages that belong to the group it was asked for in; left out, all. */
  readonly ageBands?: readonly string[];
}

/** Every indicator with figures and a number, in the order of the catalogue. */
export function listedIndicators(snapshot: Snapshot): Listed[] {
  return snapshot.catalogue.indicators.flatMap((indicator) => {
    const number = indicatorNumbers[indicator.id];
    if (number === undefined || snapshot.seriesOf(indicator.id).length === 0) return [];
    return [{ indicator, number, name: nameOf(indicator, snapshot) }];
  });
}

function nameOf({ id, title }: Indicator, snapshot: Snapshot): string {
  const bases = snapshot.seriesOf(id).flatMap(({ coverage }) => coverage.map(({ basis }) => basis));
  const allSynthetic = bases.length > 0 && bases.every((basis) => basis === 'synthetic');
  return allSynthetic ? `${title} (synthetic: made for demonstration)` : title;
}

interface Group {
  readonly id: number;
  readonly name: string;
  readonly aim?: Aim;
  readonly populationGroup?: PopulationGroup;
}

const groups: readonly Group[] = [
  ...aims.map(({ id, label }) => ({ id: aimGroupNumbers[id], name: label, aim: id })),
  ...populationGroups.map(({ id, label }) => ({
    id: populationGroupNumbers[id],
    name: label,
    populationGroup: id,
  })),
];

/** The indicators of a group, in order; none where there is no such group. */
export function listedIn(group: number, snapshot: Snapshot): Listed[] {
  const asked = groups.find(({ id }) => id === group);
  if (asked === undefined) return [];
  return listedIndicators(snapshot).flatMap((one) => {
    if (asked.aim !== undefined) return one.indicator.aim === asked.aim ? [one] : [];
    const membership = one.indicator.populationGroups.find(({ id }) => id === asked.populationGroup);
    return membership === undefined ? [] : [{ ...one, ageBands: membership.ageBands }];
  });
}

/** The group of its aim, which every indicator is in. */
export const aimGroupOf = ({ aim }: Indicator): number => aimGroupNumbers[aim];

export const groupsView = () =>
  groups.map(({ id, name }, at) => ({ Id: id, Name: name, Sequence: at + 1, ProfileId: PROFILE }));

export const profileView = ({ name }: Pick<Place, 'name'>) => ({
  Id: PROFILE,
  Name: `Population health and inequalities in ${name}`,
  Key: 'population-health-inequalities',
  GroupIds: groups.map(({ id }) => id),
  GroupMetadata: groupsView(),
});

export const areaTypeOf = (type: AreaType): FingertipsAreaType | undefined =>
  areaTypeNumbers.find((one) => one.type === type);

/** Boroughs go by several numbers there: whichever is asked for is ours. */
const ALSO_BOROUGH = [201, 202, 301, 302, 401, 402, 501, 101, 102, 1];
const BOROUGH = 502;

export function areaTypeNumbered(number: number): FingertipsAreaType | undefined {
  const meant = ALSO_BOROUGH.includes(number) ? BOROUGH : number;
  return areaTypeNumbers.find(({ id }) => id === meant);
}

/** Types of area that an indicator has figures of, those of the population it is judged among. */
export const typesWithFigures = ({ indicator }: Listed, snapshot: Snapshot): FingertipsAreaType[] =>
  areaTypeNumbers.filter(({ type }) =>
    judgedSeries(indicator, snapshot).some((one) => hasCoverage(one, type)),
  );

/** Of several populations it can be counted among, the one it is judged among: two would be two answers to one question. */
export function judgedSeries(indicator: Indicator, snapshot: Snapshot) {
  const judged = indicator.valueType === 'proportion' ? indicator.denominators[0].id : '';
  return snapshot.seriesOf(indicator.id).filter(({ denominator }) => denominator === judged);
}

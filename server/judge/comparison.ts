import type { Denominator } from '../contract/dimensions.ts';
import type { Stratum } from '../contract/queries.ts';
import type { StoredStratum } from './release/stored.ts';

/** One indicator, denominator, period, stratum and area (and group) against one reference. */
export interface Comparison {
  readonly indicator: string;
  /** Empty where the indicator has only one. */
  readonly denominator: Denominator | '';
  readonly period: string;
  /** Who the figures are about; the part that groups are compared over is `all`. */
  readonly stratum: StoredStratum;
  /** ONS code. */
  readonly area: string;
  /** The group compared, with its scheme, as `groupCode` writes it; left out where whole areas are compared. */
  readonly group?: string;
  /** `rest`, `place`, `best`, a percentage such as `70%`, `since-` and a period, or the code of a group or an area. */
  readonly reference: string;
  /** What is compared where it is not the figures themselves. */
  readonly form?: 'age-standardised' | `change-since-${string}`;
}

/**
 * The id of a comparison: short, stable and readable. It is built here and nowhere else.
 *
 * @param comparison what is compared with what.
 * @returns indicator (and denominator), period, stratum, area (and group) and reference, joined by colons.
 * @example comparisonId({
 *   indicator: 'mmr-1-at-2-years', denominator: '', period: '2024-25', area: 'E09000099', reference: 'E92000001',
 *   stratum: { ethnic_group: 'all', age_band: 'all', sex: 'all', deprivation: 'all' },
 * }); // 'mmr-1-at-2-years:2024-25:all:E09000099:E92000001'
 * @example comparisonId({
 *   indicator: 'covid-19-dose-1', denominator: 'nims', period: '2021-07-15', area: 'E05000001', reference: 'rest',
 *   group: 'nhs-16/african', stratum: { ethnic_group: 'all', age_band: '65-plus', sex: 'all', deprivation: 'all' },
 * }); // 'covid-19-dose-1.nims:2021-07-15:65-plus:E05000001.nhs-16/african:rest'
 */
export function comparisonId(comparison: Comparison): string {
  const { indicator, denominator, period, stratum, area, group, reference, form } = comparison;
  return [
    denominator === '' ? indicator : `${indicator}.${denominator}`,
    period,
    stratumCode(stratum),
    group === undefined ? area : `${area}.${group}`,
    reference,
    ...(form === undefined ? [] : [form]),
  ].join(':');
}

/**
 * A group by its code and its scheme, which tell it from every other: `census-2021-5/black`, `fifth-1`, `ward-fifth-1`.
 *
 * @param facts what the groups are.
 * @param id code of the group within its scheme, or number of the fifth.
 * @returns the code as comparisons and their lists write it.
 * @example groupCode({ by: 'ethnicGroup', ethnicScheme: 'census-2021-5' }, 'black'); // 'census-2021-5/black'
 * @example groupCode({ by: 'deprivation', fifths: 'wards' }, '1'); // 'ward-fifth-1'
 */
export function groupCode(
  facts: { readonly by: string; readonly ethnicScheme?: string; readonly fifths?: string },
  id: string,
): string {
  if (facts.by === 'ethnicGroup') return `${facts.ethnicScheme ?? ''}/${id}`;
  return facts.fifths === 'wards' ? `ward-fifth-${id}` : `fifth-${id}`;
}

/**
 * The parts of a stratum that tell figures apart: its population group only chose the ages.
 *
 * @param stratum as queries and replies write it.
 * @returns the same as figures are keyed by, an ethnic group with its scheme.
 * @example stratumKeyOf({
 *   ethnicScheme: 'nhs-16', ethnicGroup: 'african', ageBand: '65-plus', sex: 'all', deprivation: 'all',
 * }); // { ethnic_group: 'nhs-16/african', age_band: '65-plus' }
 */
export function stratumKeyOf({
  ethnicScheme,
  ethnicGroup,
  ageBand,
  sex,
  deprivation,
}: Stratum): StoredStratum {
  const ethnic = ethnicScheme === undefined ? ethnicGroup : `${ethnicScheme}/${ethnicGroup}`;
  return { ethnic_group: ethnic, age_band: ageBand, sex, deprivation };
}

function stratumCode({ ethnic_group, age_band, sex, deprivation }: StoredStratum): string {
  const fifth = deprivation === 'all' ? 'all' : `fifth-${deprivation}`;
  const parts = [ethnic_group, age_band, sex, fifth].filter((part) => part !== 'all');
  return parts.length === 0 ? 'all' : parts.join('+');
}

/** An id of a comparison, taken apart: who the figures are about stays as the id writes it. */
export interface ComparisonParts extends Omit<Comparison, 'denominator' | 'stratum' | 'form'> {
  readonly denominator: string;
  readonly stratum: string;
  readonly form?: string;
}

/**
 * What an id names, part by part: `comparisonId` the other way round.
 *
 * @param id as a reply, a page or a release has it.
 * @returns undefined for what is no id of a comparison.
 * @example comparisonParts('covid-19-dose-1.nims:2021-07-15:65-plus:E05000001.nhs-16/african:rest');
 *   // { indicator: 'covid-19-dose-1', denominator: 'nims', area: 'E05000001', group: 'nhs-16/african', reference: 'rest' }
 * @example comparisonParts('a ward'); // undefined
 */
export function comparisonParts(id: string): ComparisonParts | undefined {
  const [counted = '', period, stratum, subject = '', reference, form] = id.split(':');
  const [, indicator = '', denominator = ''] = /^([^.]*)\.?(.*)$/.exec(counted) ?? [];
  const [, area = '', group = ''] = /^([^.]*)\.?(.*)$/.exec(subject) ?? [];
  if (indicator === '' || area === '' || !period || !stratum || !reference) return undefined;
  return {
    indicator,
    denominator,
    period,
    stratum,
    area,
    ...(group !== '' && { group }),
    reference,
    ...(form !== undefined && { form }),
  };
}

/** What a row is about - area, group, indicator, period - as columns. Pure. */
import {
  type AreaType,
  aims,
  areaTypes,
  kinds,
  polarities,
  populationGroups,
  units,
} from '../../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { Meaning } from '../../contract/meaning.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { coded, dayColumn, required, type TableColumn, textColumn } from './table.ts';

interface Area {
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
}
export const areaColumns: readonly TableColumn<Area>[] = required([
  textColumn(
    'Area code',
    'Code of the area: of the ONS, or of an area of service of the ODS.',
    ({ code }) => code,
  ),
  textColumn('Area name', 'Name of the area.', ({ name }) => name),
  ...coded<Area>('Area type', areaTypes, 'The type of area.', ({ type }) => type),
]);

interface Group {
  readonly group: string;
  readonly label: string;
}
export const groupColumns: readonly TableColumn<Group>[] = required([
  textColumn(
    'Group code',
    'Code of the group within its scheme; all is everyone, unknown whoever is in no group.',
    ({ group }) => group,
  ),
  textColumn('Group', 'The group in words.', ({ label }) => label),
]);

interface Dated {
  readonly period: string;
  readonly label: string;
}
export const periodColumns: readonly TableColumn<Dated>[] = required([
  textColumn('Period', 'The period of the figure, as queries write it.', ({ period }) => period),
  textColumn(
    'Period in words',
    'The same for readers; "up to" where everything until its last day is counted.',
    ({ label }) => label,
  ),
  dayColumn('Period start', 'Its first day.', ({ period }) => parsePeriod(period)?.start),
  dayColumn('Period end', 'Its last day.', ({ period }) => parsePeriod(period)?.end),
]);

interface Named {
  readonly indicator: string;
  readonly title: string;
}
export const indicatorColumns: readonly TableColumn<Named>[] = required([
  textColumn('Indicator code', 'Id of the indicator.', ({ indicator }) => indicator),
  textColumn('Indicator', 'What is measured, and of whom.', ({ title }) => title),
]);

export const unitColumns: readonly TableColumn<{ readonly unit: string }>[] = required(
  coded(
    'Unit',
    units,
    'The unit of value and limits, and of differences (percentages: points).',
    ({ unit }) => unit,
  ),
);

type Meant = Pick<Meaning, 'counted' | 'scaleNote' | 'ageAdjusted' | 'kind'> & {
  readonly unit: string;
  readonly polarity: string;
};
/** How the figures of an indicator may be read. */
export const meaningColumns: readonly TableColumn<Meant>[] = [
  ...unitColumns,
  ...required(
    coded<Meant>(
      'Kind',
      kinds,
      'What the indicator is about: only outcomes and services are better or worse.',
      ({ kind }) => kind,
    ),
  ),
  ...required(
    coded<Meant>('Which is better', polarities, 'Which direction is better.', ({ polarity }) => polarity),
  ),
  textColumn('Counted', 'What is counted, in the plural; empty where nothing is.', ({ counted }) => counted),
  textColumn('Scale', 'What high means, where the unit does not say it.', ({ scaleNote }) => scaleNote),
  textColumn(
    'Age',
    'Says so where a figure that depends on age is not adjusted for it: it is higher or lower, never better or worse.',
    ({ ageAdjusted }) => (ageAdjusted === false ? NOT_ADJUSTED : null),
  ),
];

interface Filed {
  readonly aim: string;
  readonly populationGroup: string;
}
export const aimColumns: readonly TableColumn<Filed>[] = required([
  ...coded<Filed>('Aim', aims, 'The aim of the partnership it serves.', ({ aim }) => aim),
  ...coded<Filed>(
    'Population group',
    populationGroups,
    'The population group the row is about.',
    ({ populationGroup }) => populationGroup,
  ),
]);

interface Sourced {
  readonly source: {
    readonly publisher: string;
    readonly title: string;
    readonly url: string;
    readonly licence: string;
  };
}
export const sourceColumns: readonly TableColumn<Sourced>[] = required([
  textColumn('Publisher', 'Who published the figures.', ({ source }) => source.publisher),
  textColumn('Source', 'The publication they come from.', ({ source }) => source.title),
  textColumn('Source address', 'Where it is found.', ({ source }) => source.url),
  textColumn('Licence', 'The licence they may be used under.', ({ source }) => source.licence),
]);

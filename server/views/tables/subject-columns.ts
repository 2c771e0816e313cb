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
import { coded, day, required, type TableColumn, text } from './table.ts';

interface Area {
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
}
export const areaColumns: readonly TableColumn<Area>[] = required([
  text('Area code', 'Code of the area: of the ONS, or of an area of service of the ODS.', ({ code }) => code),
  text('Area name', 'Name of the area.', ({ name }) => name),
  ...coded<Area>('Area type', areaTypes, 'The type of area.', ({ type }) => type),
]);

interface Group {
  readonly group: string;
  readonly label: string;
}
export const groupColumns: readonly TableColumn<Group>[] = required([
  text(
    'Group code',
    'Code of the group within its scheme; all is everyone, unknown whoever is in no group.',
    ({ group }) => group,
  ),
  text('Group', 'The group in words.', ({ label }) => label),
]);

interface Dated {
  readonly period: string;
  readonly label: string;
}
export const periodColumns: readonly TableColumn<Dated>[] = required([
  text('Period', 'The period of the figure, as queries write it.', ({ period }) => period),
  text(
    'Period in words',
    'The same for readers; "up to" where everything until its last day is counted.',
    ({ label }) => label,
  ),
  day('Period start', 'Its first day.', ({ period }) => parsePeriod(period)?.start),
  day('Period end', 'Its last day.', ({ period }) => parsePeriod(period)?.end),
]);

interface Named {
  readonly indicator: string;
  readonly title: string;
}
export const indicatorColumns: readonly TableColumn<Named>[] = required([
  text('Indicator code', 'Id of the indicator.', ({ indicator }) => indicator),
  text('Indicator', 'What is measured, and of whom.', ({ title }) => title),
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
  text('Counted', 'What is counted, in the plural; empty where nothing is.', ({ counted }) => counted),
  text('Scale', 'What high means, where the unit does not say it.', ({ scaleNote }) => scaleNote),
  text(
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
  text('Publisher', 'Who published the figures.', ({ source }) => source.publisher),
  text('Source', 'The publication they come from.', ({ source }) => source.title),
  text('Source address', 'Where it is found.', ({ source }) => source.url),
  text('Licence', 'The licence they may be used under.', ({ source }) => source.licence),
]);

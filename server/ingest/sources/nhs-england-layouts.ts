/** The layouts of NHS England's CSV files of COVID-19 vaccinations, which changed from week to week: as data. */
import { ageBandOf, halfOpenBandOf } from '../age-columns.ts';
import type { ColumnLayout } from '../csv-header.ts';

export interface NhsLayout extends ColumnLayout {
  readonly level: 'msoa' | 'borough';
  /** The dose and age a header gives; undefined for headers of other columns. */
  readonly read: (header: string) => readonly [dose: string, age: string | undefined] | undefined;
  /** Doses that must all be there. */
  readonly doses: readonly string[];
}

const borough = ['LTLA Code', 'LTLA code'];
const boroughName = ['LTLA Name', 'LTLA name'];
const msoaName = ['MSOA Name'];

const named: NhsLayout['read'] = (header) => {
  if (!/\bdose\b/i.test(header)) return undefined;
  const [, dose = '', age = ''] = /^(1st|2nd) dose (.+)$/.exec(header) ?? [];
  return [dose, ageBandOf(age, false)];
};
const AGE = /^(Under )?\d{2}(-\d{2}|\+)?$/i;
const ofAge =
  (dose: string): NhsLayout['read'] =>
  (header) =>
    AGE.test(header) && !TOTALS.has(header) ? [dose, ageBandOf(header, dose === 'population')] : undefined;
/** Sums of the bands beside them. */
const TOTALS = new Set(['16+', '18+']);
const halfOpen: NhsLayout['read'] = (header) => {
  const [, dose, age = ''] = /^(D\*|D[12])\.(.+)$/.exec(header) ?? [];
  return dose === undefined ? undefined : [dose, halfOpenBandOf(age)];
};

export const nhsLayouts: readonly NhsLayout[] = [
  {
    name: 'doses by MSOA',
    level: 'msoa',
    columns: {
      borough,
      'boroughName?': boroughName,
      area: ['MSOA Code'],
      'name?': msoaName,
      dose: ['1st dose 80+'],
    },
    read: named,
    doses: ['1st', '2nd'],
  },
  {
    name: 'doses by LTLA',
    level: 'borough',
    columns: { area: borough, 'name?': boroughName, dose: ['1st dose 80+'] },
    read: named,
    doses: ['1st', '2nd'],
  },
  {
    name: 'first doses by MSOA',
    level: 'msoa',
    columns: {
      borough,
      'boroughName?': boroughName,
      area: ['MSOA Code'],
      'name?': msoaName,
      oldest: ['80+'],
    },
    read: ofAge('1st'),
    doses: ['1st'],
  },
  {
    name: 'first doses by LTLA',
    level: 'borough',
    columns: { area: borough, 'name?': boroughName, oldest: ['80+'] },
    read: ofAge('1st'),
    doses: ['1st'],
  },
  {
    name: 'doses by LTLA, copied with half-open ages',
    level: 'borough',
    columns: { area: borough, 'name?': boroughName, first: ['D1.80-150'], second: ['D2.80-150'] },
    read: halfOpen,
    doses: ['D1', 'D2'],
  },
  {
    name: 'people with at least one dose by LTLA, copied with half-open ages',
    level: 'borough',
    columns: { area: borough, 'name?': boroughName, first: ['D*.80-150'] },
    read: halfOpen,
    doses: ['D*'],
  },
  {
    name: 'NIMS population by MSOA, from 18',
    level: 'msoa',
    columns: {
      area: ['MSOA Code'],
      'name?': msoaName,
      under18: ['Under 18'],
      over18: ['18+'],
      over16: ['16+'],
      oldest: ['80+'],
    },
    read: ofAge('population'),
    doses: ['population'],
  },
  {
    name: 'NIMS population by MSOA, from 16',
    level: 'msoa',
    columns: {
      area: ['MSOA Code'],
      'name?': msoaName,
      under16: ['Under 16'],
      over16: ['16+'],
      oldest: ['80+'],
    },
    read: ofAge('population'),
    doses: ['population'],
  },
  {
    name: 'NIMS population by LTLA',
    level: 'borough',
    columns: { area: borough, 'name?': boroughName, under16: ['Under 16'], over16: ['16+'], oldest: ['80+'] },
    read: ofAge('population'),
    doses: ['population'],
  },
];

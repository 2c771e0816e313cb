/** What a table about one indicator says of it: beside the table, and in every row, so that rows of several files can stand together. Pure. */
import { breakdowns, sexes } from '../../contract/dimensions.ts';
import { atAges, NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { titleOf } from '../writing/words.ts';
import { indicatorColumns, meaningColumns } from './subject-columns.ts';
import { type About, coded, columnsOf, type Note, required, type TableColumn, textColumn } from './table.ts';

/** Who the figures of a reply are about, as its echo of the query says; `by` where rows are of groups. */
type AskedFor = Pick<Stratum, 'ageBand'> &
  Partial<Stratum> & { readonly by?: string; readonly fifths?: string };

/** Source, licence and what must be read beside any figure of the indicator. */
export function aboutIndicator(
  indicator: Indicator,
  { ageBand }: AskedFor,
): Pick<About, 'source' | 'licence' | 'notes'> {
  const { source, disclosureRule, scale, ageAdjusted, caveats } = atAges(indicator, ageBand);
  const notes: Note[] = [
    ...(scale === undefined ? [] : [['Scale', scale.note] as const]),
    ...(ageAdjusted === false ? [['Age', capital(NOT_ADJUSTED)] as const] : []),
    ['Protection', disclosureRule],
    ...caveats.map((caveat): Note => ['Caveat', caveat]),
  ];
  return { source: `${source.publisher}, ${source.title}, ${source.url}`, licence: source.licence, notes };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The same in every row. */
export function indicatorInEachRow<Row>(indicator: Indicator, asked: AskedFor): TableColumn<Row>[] {
  const defined = atAges(indicator, asked.ageBand);
  const subject = {
    indicator: indicator.id,
    title: titleOf(indicator, { ...EVERYBODY, ...asked }),
    unit: indicator.unit,
    polarity: indicator.polarity,
    ...meaningOf(defined),
  };
  return [
    ...columnsOf<Row, typeof subject>(() => subject, [...indicatorColumns, ...meaningColumns]),
    ...required(stratumColumns<Row>(asked)),
  ];
}

const STRATUM: readonly (readonly [keyof Stratum, title: string, description: string])[] = [
  ['populationGroup', 'Population group code', 'The population group of the figures, as queries write it.'],
  ['ethnicScheme', 'Ethnic scheme code', 'The scheme of the ethnic groups, as queries write it.'],
  ['ethnicGroup', 'Ethnic group code', 'The ethnic group of the figures within its scheme; all is everyone.'],
  ['ageBand', 'Age band code', 'The age band of the figures; all is every age the indicator counts.'],
  ['sex', 'Sex code', `The sex of the figures: ${sexes.map(({ id }) => id).join(', ')}.`],
  [
    'deprivation',
    'Deprivation fifth code',
    'The national fifth of deprivation, 1 being the most deprived; all is everyone.',
  ],
  ['denominator', 'Denominator code', 'The population counted among, where there are two.'],
];

/** Of a table whose rows are of several strata. */
export const stratumInEachRow: readonly TableColumn<Partial<Stratum>>[] = STRATUM.filter(
  ([part]) => part !== 'populationGroup',
).map(([part, title, description]) => textColumn(title, description, (stratum) => stratum[part]));

/** The parts that hold for every row: of a table by groups, its groups are columns of its own. */
function stratumColumns<Row>({ by, fifths, ...asked }: AskedFor): TableColumn<Row>[] {
  const isOfGroups = by !== undefined;
  return [
    ...(isOfGroups ? coded<Row>('Groups by', breakdowns, 'What the groups are.', () => by) : []),
    ...(fifths === undefined
      ? []
      : [
          textColumn<Row>(
            'Fifths code',
            'Which areas the fifths of deprivation rank, as queries write it.',
            () => fifths,
          ),
        ]),
    ...STRATUM.flatMap(([part, title, description]) => {
      const code = asked[part];
      if (code === undefined || (isOfGroups && (part === 'ethnicGroup' || part === 'deprivation'))) return [];
      return [textColumn<Row>(title, description, () => code)];
    }),
  ];
}

const EVERYBODY = { populationGroup: 'all', ethnicGroup: 'all', sex: 'all', deprivation: 'all' } as const;

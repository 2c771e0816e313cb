/** The columns of COVER workbooks: every wording of their headers since 2014/15, and the measure each one holds. */

export interface CoverAge {
  /** As sheets and headers write it. */
  readonly id: '12m' | '24m' | '5y';
  readonly words: string;
  /** The measure of children who reached the age in the quarter. */
  readonly children: string;
  readonly vaccines: Readonly<Record<string, string>>;
  /** Vaccines every workbook reports at the age. */
  readonly always: readonly string[];
  /** Those every workbook since 2015/16 reports. */
  readonly since2015: readonly string[];
}

export const coverAges: readonly CoverAge[] = [
  {
    id: '12m',
    words: '12 months',
    children: 'children-reaching-1-year',
    vaccines: {
      dtapipvhib: '6-in-1-at-1-year',
      pcv: 'pcv-2-at-1-year',
      pcv1: 'pcv-1-at-1-year',
      pcv2: 'pcv-2-at-1-year',
      rota: 'rotavirus-at-1-year',
      menb: 'menb-at-1-year',
      menc: 'menc-at-1-year',
    },
    always: ['dtapipvhib'],
    since2015: ['rota'],
  },
  {
    id: '24m',
    words: '24 months',
    children: 'children-reaching-2-years',
    vaccines: {
      dtapipvhib: '6-in-1-at-2-years',
      pcv: 'pcv-booster-at-2-years',
      hibmenc: 'hib-menc-at-2-years',
      mmr1: 'mmr-1-at-2-years',
      menb: 'menb-booster-at-2-years',
    },
    always: ['dtapipvhib', 'pcv', 'hibmenc', 'mmr1'],
    since2015: [],
  },
  {
    id: '5y',
    words: '5 years',
    children: 'children-reaching-5-years',
    vaccines: {
      dtapipvhib: '6-in-1-at-5-years',
      mmr1: 'mmr-1-at-5-years',
      mmr2: 'mmr-2-at-5-years',
      dtapipv: '4-in-1-booster-at-5-years',
      hibmenc: 'hib-menc-at-5-years',
    },
    always: ['dtapipvhib', 'mmr1', 'mmr2', 'dtapipv', 'hibmenc'],
    since2015: [],
  },
];

const AGE = /\b(12 ?m(?:onths?)?|24 ?m(?:onths?)?|5 ?y(?:ears?)?)(?:\b|_|(?=D[Tt]a?P))/i;

export function coverAgeOf(header: string): CoverAge | undefined {
  const found = AGE.exec(header)?.[1]?.toLowerCase();
  return found === undefined
    ? undefined
    : coverAges.find(({ id }) => found.replaceAll(' ', '').startsWith(id));
}

export type ColumnKind = 'code' | 'ods' | 'name' | 'regionCode' | 'regionName' | 'aside' | 'denominator';

const KINDS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['code', /^((ons )?(utla|upper tier (la|local authority)) code|ons la code|code)$/],
  [
    'ods',
    /^((la )?ods code|(ods (utla|upper tier (la|local authority))|organisation data service|(utla|upper tier (la|local authority)) ods) code)$/,
  ],
  ['name', /^((ons )?(utla|upper tier (la|local authority)|la|local authority) name|local authority)$/],
  // One quarter's header has the address of a cell range typed into it.
  ['regionCode', /^(office for national statistics \(ons\)|ons) go\S*nment office region code$/],
  ['regionCode', /^ons govofficeregion code$/],
  ['regionName', /^(ons (government office |govoffice)region|region) name$/],
  ['aside', /^((chis |data submission )?caveat|notes)$/],
  // Codes and primary care trusts of before 2013.
  ['aside', /^(ons (upper|lower) tier la code \(old\)|.*coterminousity.*|former pct relationship type)$/],
  [
    'denominator',
    /^((12|24)( month|m)|5( year|y)) denominator$|^number of children who reached (12 months|24 months|5 years) in reporting quarter$/,
  ],
];

/** What a column that holds no coverage is for; undefined where the header is none of these. */
export function kindOfColumn(header: string): ColumnKind | undefined {
  const words = header
    .toLowerCase()
    .replaceAll(/\[note \d+\]/g, '')
    .trim();
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/**
 * The vaccine a header names, without its age, its percent sign and the words for "primary course" and "booster".
 * From autumn 2017 births the 5-in-1 (DTaP/IPV/Hib) became the 6-in-1 (with HepB); the column is the same.
 */
export function vaccineOf(header: string): string | undefined {
  const words = header
    .toLowerCase()
    .replaceAll(/\[note \d+\]|\(%\)|%/g, '')
    .replace(/^coverage at /, '')
    .replace(AGE, '')
    .replaceAll(/primary|prim\b|booster|boo\b/g, '')
    .replaceAll(/[\s/_*]/g, '');
  // One quarter leaves polio out of the name.
  return words.replace(/^dtap(ipv)?hib(hepb)?3?$/, 'dtapipvhib');
}

export function measureOfVaccine(age: CoverAge, vaccine: string): string | undefined {
  return age.vaccines[vaccine];
}

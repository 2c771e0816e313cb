/** A small made-up file in the layout of every source, all of one made-up place and agreeing with each other, for tests. */
import { ethnicSchemes, nestedEthnicSchemes } from '../contract/dimensions.ts';
import { countTables } from '../indicators/count-tables.ts';
import { doseTables } from '../indicators/dose-tables.ts';
import { lsoas, msoas, testPlace, wards } from './testing.ts';

export type Cell = string | number | null;
export interface Publication {
  readonly source: string;
  readonly name: string;
  /** The rows of a CSV file, or of each sheet of a workbook. */
  readonly sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  readonly format: 'csv' | 'xlsx';
}

const csv = (source: string, name: string, ...rows: readonly (readonly Cell[])[]): Publication => ({
  source,
  name,
  sheets: { '': rows },
  format: 'csv',
});
const { code, name: place } = testPlace;
const elsewhere = ['E09000001', 'Elsewhere'] as const;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const AGES: readonly (readonly [words: string, from: number, to: number])[] = [
  ['Aged 15 years and under', 0, 15],
  ['Aged 16 to 24 years', 16, 24],
  ['Aged 25 to 34 years', 25, 34],
  ['Aged 35 to 49 years', 35, 49],
  ['Aged 50 to 64 years', 50, 64],
  ['Aged 65 years and over', 65, 100],
];
/** Residents of each small area by age: 1,560 to 1,640 together. */
const byAge = lsoas.map((_, area) =>
  AGES.map((_, age) => 240 + 10 * area + 7 * age + (area === age ? 13 : 0)),
);
const residents = byAge.map(sum);
const fiveGroups = ethnicSchemes[0].groups.slice(0, -1);
/** The last group is what the others leave. */
const byGroup = residents.map((all, area) => {
  const others = [211 + area, 323 + area, 97 + area, 651 + area];
  return [...others, all - sum(others)];
});
const households = lsoas.map((_, area) => 700 + 11 * area);
const name = (area: number): string => `Small ${area + 1}`;

function census(): Publication[] {
  const rows = <Category>(
    categories: readonly Category[],
    row: (area: number, category: Category, at: number) => Cell[],
  ) => lsoas.flatMap((_, area) => categories.map((category, at) => row(area, category, at)));
  /** Shares of a whole, the last of which is what the others leave. */
  const parts = (whole: number, shares: readonly number[]) => {
    const first = shares.slice(0, -1).map((share) => Math.round(whole * share));
    return [...first, whole - sum(first)];
  };
  const shares = (
    file: string,
    column: string,
    total: string,
    wholes: readonly number[],
    categories: readonly (readonly [string, number])[],
  ) =>
    csv(
      'ons-census-2021-shares',
      file,
      ['lsoa21_code', total, column, 'n'],
      ...rows(categories, (area, [category], at) => {
        const whole = wholes[area] ?? 0;
        return [
          lsoas[area] ?? '',
          whole,
          category,
          parts(
            whole,
            categories.map(([, share]) => share),
          )[at] ?? 0,
        ];
      }),
    );
  return [
    csv(
      'ons-census-2021',
      'age6_by_lsoa21.csv',
      ['lsoa21_code', 'lsoa21_name', 'age_group', 'usual_residents'],
      ...rows(AGES, (area, [words], at) => [lsoas[area] ?? '', name(area), words, byAge[area]?.[at] ?? 0]),
    ),
    csv(
      'ons-census-2021',
      'ethnicity21_lsoa21.csv',
      ['lsoa21_code', 'total_residents', 'ethnic_group', 'n'],
      ...rows(fiveGroups, (area, { label }, at) => [
        lsoas[area] ?? '',
        residents[area] ?? 0,
        label,
        byGroup[area]?.[at] ?? 0,
      ]),
    ),
    shares('disability21.csv', 'disability', 'total_residents', residents, [
      ['Disabled under the Equality Act', 0.14],
      ['Not disabled under the Equality Act', 0.86],
    ]),
    shares('occupancy21.csv', 'occupancy_rating', 'total_households', households, [
      ['+2 or more (under-occupied)', 0.1],
      ['+1 (under-occupied)', 0.2],
      ['0 (ideal)', 0.5],
      ['-1 (overcrowded)', 0.15],
      ['-2 or less (overcrowded)', 0.05],
    ]),
    shares('tenure21.csv', 'tenure', 'total_households', households, [
      ['Owned: Owns outright', 0.1],
      ['Owned: Owns with a mortgage or loan', 0.2],
      ['Shared ownership: Shared ownership', 0.05],
      ['Social rented: Rents from council or Local Authority', 0.3],
      ['Social rented: Other social rented', 0.1],
      ['Private rented: Private landlord or letting agency', 0.2],
      ['Private rented: Other private rented', 0.04],
      ['Lives rent free', 0.01],
    ]),
  ];
}

function censusOfBoroughs(): Publication[] {
  const nineteen = ethnicSchemes[1].groups.slice(0, -1);
  const groupOf = nestedEthnicSchemes[0]?.groupOf ?? {};
  const inGroup = (group: string) => nineteen.filter(({ id }) => groupOf[id] === group);
  const counted = nineteen.map(({ id, label }) => {
    const group = groupOf[id] ?? '';
    const all = sum(byGroup.map((counts) => counts[fiveGroups.findIndex((one) => one.id === group)] ?? 0));
    const within = inGroup(group);
    const share = Math.floor(all / within.length);
    return [label, within[0]?.id === id ? all - share * (within.length - 1) : share] as const;
  });
  const single = Array.from({ length: 101 }, (_, age) => {
    const at = AGES.findIndex(([, from, to]) => age >= from && age <= to);
    const [, from = 0, to = 0] = AGES[at] ?? [];
    const all = sum(byAge.map((ages) => ages[at] ?? 0));
    const share = Math.floor(all / (to - from + 1));
    return age === from ? all - share * (to - from) : share;
  });
  const words = (age: number) =>
    age === 0 ? 'under 1 year' : age === 1 ? '1 year' : age === 100 ? '100 years and over' : `${age} years`;
  return [
    csv(
      'ons-census-2021-ethnic-groups',
      'ethnicity21_ltla21.csv',
      ['ltla21_code', 'ltla21_name', 'ethnic_group', 'value'],
      ...counted.map(([label, n]) => [code, place, `${label} (number)`, n]),
      ...counted.map(([label, n]) => [...elsewhere, `${label} (number)`, 2 * n]),
    ),
    csv(
      'nomis-single-years',
      'nomis_ts007.csv',
      [
        'date',
        'geography',
        'geography code',
        'Age: Total; measures: Value',
        ...single.map((_, age) => `Age: Aged ${words(age)}; measures: Value`),
      ],
      ['2021', place, code, sum(single), ...single],
      ['2021', elsewhere[1], elsewhere[0], 2 * sum(single), ...single.map((n) => 2 * n)],
    ),
    csv(
      'ons-population-estimates',
      'mid2020_single_year_lsoa11.csv',
      [
        'lsoa11_name',
        'lsoa11_code',
        'total_population',
        ...Array.from({ length: 90 }, (_, age) => age),
        '90+',
      ],
      ...lsoas.map((lsoa, area) => {
        const ages = Array.from({ length: 91 }, (_, age) => 17 + area + (age % 3));
        return [name(area), lsoa, sum(ages), ...ages];
      }),
    ),
  ];
}

function deprivation(): Publication[] {
  const domains = 'IMD Income Employment Education Health Crime Housing_and_Services Environment'.split(' ');
  const ranks = lsoas.map((_, area) => domains.map((_, at) => 3_000 + 6_000 * area + 700 * at));
  return [
    csv(
      'indices-of-deprivation-2025',
      'imd2025_lsoa21.csv',
      [
        'lsoa21_code',
        ...domains.map((one) => `${one}_decile`),
        ...domains.map((one) => `${one}_rank`),
        'IMD_score',
      ],
      ...ranks.map((own, area) => [
        lsoas[area] ?? '',
        ...own.map((rank) => Math.ceil((10 * rank) / 33_755)),
        ...own,
        45.5 - 12.25 * area,
      ]),
    ),
    csv(
      'indices-of-deprivation-2025',
      'imd2025_ltla24.csv',
      ['ltla24_code', 'ltla24_name', 'imd_average_score'],
      [code, place, 33.4],
      [...elsewhere, 10.21],
    ),
    csv(
      'indices-of-deprivation-2019',
      'imd2019_lsoa11.csv',
      ['lsoa11_code', 'IMD_decile', 'IMD_rank'],
      ...ranks.map(([rank = 0], area) => [lsoas[area] ?? '', Math.ceil((10 * rank) / 32_844), rank]),
    ),
  ];
}

const DOSE_BANDS = ['Under 50', '50-64', '65-79', '80+'];

function vaccination(): Publication[] {
  const people = msoas.map((_, area) => [2_105 + 300 * area, 803, 402, 155 + area]);
  const [first, second] = [0.71, 0.42].map((share) =>
    people.map((bands) => bands.map((n) => Math.round(share * n))),
  );
  const ofBorough = (counts: readonly (readonly number[])[] = []) =>
    DOSE_BANDS.map((_, band) => sum(counts.map((bands) => bands[band] ?? 0)));
  const doses = ['1st', '2nd'].flatMap((dose) => DOSE_BANDS.map((band) => `${dose} dose ${band}`));
  return [
    csv(
      'nhs-england-covid-19',
      'ltla_2021-07-15.csv',
      ['LTLA Code', 'LTLA Name', ...doses],
      [code, place, ...ofBorough(first), ...ofBorough(second)],
      [...elsewhere, ...doses.map((_, at) => 900 - 90 * at)],
    ),
    csv(
      'nhs-england-covid-19',
      'msoa_2021-07-15.csv',
      ['LTLA Code', 'LTLA Name', 'MSOA Code', 'MSOA Name', ...doses],
      ...msoas.map((msoa, area) => [
        code,
        place,
        msoa,
        `Middle ${area + 1}`,
        ...(first?.[area] ?? []),
        ...(second?.[area] ?? []),
      ]),
    ),
    csv(
      'nhs-england-covid-19',
      'nims_2021-07-15.csv',
      ['MSOA Code', 'MSOA Name', 'Under 16', '16-49', ...DOSE_BANDS.slice(1), '16+'],
      ...msoas.map((msoa, area) => [
        msoa,
        `Middle ${area + 1}`,
        611 + area,
        ...(people[area] ?? []),
        sum(people[area] ?? []),
      ]),
    ),
    weekly(),
  ];
}

function weekly(): Publication {
  const titles = (title: string): Cell[][] => [
    [],
    [null, 'Title:', title],
    [null, 'Period:', '8th December 2020 to 14th March 2021'],
    [null, 'Published:', '18th March 2021'],
  ];
  const dose = 'Number of people vaccinated with at least 1 dose';
  const bands = ['Under 55', '55-59', '60+'];
  return {
    source: 'nhs-england-covid-19-weekly',
    name: 'weekly-announced-vaccinations-18-March-2021.xlsx',
    format: 'xlsx',
    sheets: {
      LTLA: [
        ...titles('COVID-19 Vaccinations By Lower Tier Local Authority (LTLA) of Residence'),
        [null, 'LTLA Code', 'LTLA Name', dose],
        [null, null, null, ...bands],
        [null, code, place, 905, 505, 401],
        [null, ...elsewhere, 9, 5, 4],
      ],
      MSOA: [
        ...titles('COVID-19 Vaccinations By Middle Layer Super Output Area (MSOA) of Residence'),
        [null, 'MSOA Code', 'MSOA Name', dose],
        [null, null, null, ...bands],
        [null, msoas[0], 'Middle 1', 500, 255, 201],
        [null, msoas[1], 'Middle 2', 405, 250, 200],
      ],
    },
  };
}

function cover(): Publication {
  const ids = ['ONS Upper Tier LA Code', 'ODS Upper Tier LA Code', 'Upper Tier LA Name'];
  const sheet = (age: string, vaccines: readonly string[], children: number): Cell[][] => [
    [...ids, `${age} Denominator`, ...vaccines.map((vaccine) => `${age} ${vaccine}%`)],
    ['E92000001', null, 'England', 160_000 + children, ...vaccines.map((_, at) => 93.1 - at)],
    ['E09000001', 714, 'Elsewhere', 160_000, ...vaccines.map((_, at) => 93.2 - at)],
    [code, 710, place, children, ...vaccines.map((_, at) => 89.4 - at)],
  ];
  return {
    source: 'ukhsa-cover',
    name: '2016_2017_Q1.xlsx',
    format: 'xlsx',
    sheets: {
      Information: [['Quarterly vaccination coverage'], [null, 'England - 2016/17, Quarter 1: ']],
      '12m_UTLA_GOR': sheet('12m', ['DTaP/IPV/Hib', 'PCV2', 'Rota'], 1098),
      '24m_UTLA_GOR': sheet('24m', ['DTaP/IPV/Hib', 'PCV Booster', 'Hib/MenC', 'MMR1'], 1025),
      '5y_UTLA_GOR': sheet('5y', ['DTaP/IPV/Hib', 'MMR1', 'MMR2', 'DTaPIPV', 'Hib/MenC'], 1014),
    },
  };
}

function children(): Publication {
  const years = [2015, 2016, 2017];
  const sheets = Object.fromEntries(
    ['Relative', 'Absolute'].flatMap((measure, at) => {
      const title = [`Table: Number of Children living in ${measure} low income families, FYE 2015 to 2017`];
      const counts = years.map((_, year) => 150 + 10 * year - 7 * at);
      const head = (area: string) => [
        area,
        'Area Code',
        ...years.map((year) => `Number of children FYE ${year}`),
      ];
      return [
        [
          `1_${measure}_Local_Authority`,
          [title, head('Local Authority'), [place, code, ...counts.map((n) => 2 * n)]],
        ],
        [
          `2_${measure}_Ward`,
          [
            title,
            head('Ward'),
            ...wards.map((ward, i) => [`Ward ${i + 1}`, ward, ...counts.map((n) => n + (i === 0 ? 4 : -4))]),
          ],
        ],
      ];
    }),
  );
  return { source: 'dwp-area-tables', name: 'children.xlsx', format: 'xlsx', sheets };
}

function indicators(): Publication[] {
  const life = 'Life expectancy at birth,Life expectancy,Years'.split(',');
  const rate = ['93356', 'Campylobacter incidence rate/100,000'];
  return [
    csv(
      'public-health-outcomes',
      'phof_life_expectancy.csv',
      'area_code,area_name,period,indicator,measure,unit,value,compared_to_England,inequality'.split(','),
      ...['2020 - 22', '2021 - 23', '2022 - 24'].flatMap((period, at): Cell[][] => [
        [code, place, period, ...life, 78.2 + at / 10, 'Similar', 'Male'],
        ['E92000001', 'England', period, ...life, 79.1, 'Not compared', 'Male'],
        [...elsewhere, period, ...life, 81.4, 'Better', 'Male'],
      ]),
    ),
    csv(
      'fingertips',
      'indicators.data.csv',
      'Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,Time period Sortable'.split(
        ',',
      ),
      ...[2016, 2017].flatMap((year): Cell[][] => [
        [
          ...rate,
          code,
          place,
          'County & UA',
          'Persons',
          'All ages',
          '',
          '',
          year,
          44.35,
          37.24,
          52.43,
          137,
          308_901,
          '',
          year * 10_000,
        ],
        [
          ...rate,
          ...elsewhere,
          'County & UA',
          'Persons',
          'All ages',
          '',
          '',
          year,
          51.2,
          43.1,
          60.3,
          158,
          308_601,
          '',
          year * 10_000,
        ],
      ]),
    ),
    csv(
      'adult-social-care',
      'adult_social_care.csv',
      'Financial year,Local authority code,Local authority name,Grouping,Measure,Code,Value,MADs_from_median'.split(
        ',',
      ),
      ['2016-17', code, place, 'LA_Raw', 'Outcome, ASC Carer Quality of Life', 'ASC1', 7.7, 0.33],
      ['2018-19', code, place, 'LA_Raw', 'Outcome, ASC Carer Quality of Life', 'ASC1', 7.5, 0.31],
      ['2018-19', ...elsewhere, 'LA_Raw', 'Outcome, ASC Carer Quality of Life', 'ASC1', 7.1, 0.3],
    ),
    csv(
      'ons-borough-indicators',
      'ons_subnational_indicators.csv',
      'unique,group,Indicator,Period,Measure,unit,real'.split(','),
      [code, place, 'Life satisfaction', '04/2022 - 03/2023', 'Mean', 'Score out of 10', 7.23],
      [code, place, 'Persistent absences for all pupils', '2021/22', 'Percentage', '%', 18.2],
      [...elsewhere, 'Life satisfaction', '04/2022 - 03/2023', 'Mean', 'Score out of 10', 7.4],
    ),
    csv(
      'ons-local-statistics',
      'healthy-life-expectancy.csv',
      'areacd,areanm,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes'.split(','),
      [
        code,
        place,
        'Female healthy life expectancy',
        '2022-01-01/P3Y',
        62.7,
        'Years',
        'yrs',
        56.8,
        68.5,
        '',
        '',
      ],
      [
        'E92000001',
        'England',
        'Female healthy life expectancy',
        '2022-01-01/P3Y',
        61.9,
        'Years',
        'yrs',
        61.7,
        62.1,
        '',
        '',
      ],
    ),
    csv(
      'qof-prevalence',
      'qof_prevalence_2019_20.csv',
      ['lad_code', 'lad_name', 'group_code', 'register', 'list', 'prevalence'],
      [code, place, 'DM', 6_000, 100_000, 0.06],
      [code, place, 'HYP', 10_000, 100_000, 0.1],
      [...elsewhere, 'DM', 500, 10_000, 0.05],
    ),
    csv(
      'plain',
      'observations.csv',
      ['measure', 'period', 'area_type', 'area_code', 'value', 'lower95', 'upper95'],
      ...['2021', '2022', '2023'].map((period, at): Cell[] => [
        'smoking-adults',
        period,
        'borough',
        code,
        13.1 - at,
        11.2 - at,
        15.4 - at,
      ]),
    ),
  ];
}

function records(): Publication[] {
  const [checks] = countTables.filter(({ id }) => id === 'nhs-health-check');
  const groups = ethnicSchemes[0].groups.map(({ id }) => id);
  const [doses] = doseTables;
  const pieces = [
    [msoas[0], wards[0]],
    [msoas[0], wards[1]],
    [msoas[1], wards[1]],
  ] as const;
  const crossed = (period: string, share: number) =>
    pieces.flatMap(([msoa, ward]) =>
      groups.flatMap((group, at) =>
        (doses?.ageBands ?? []).map((age, band): Cell[] => {
          const people = 40 + 3 * at + 5 * band;
          return [period, msoa, ward, group, age, people, Math.round(share * people), '', '', ''];
        }),
      ),
    );
  return [
    csv(
      'people-counts',
      'nhs-health-checks.csv',
      ['table', 'period', 'area_code', 'ethnic_group', 'age_band', 'people', 'with'],
      ...wards.flatMap((ward, i) =>
        groups.flatMap((group, at) =>
          (checks?.ageBands ?? []).map((age, band): Cell[] => [
            'nhs-health-check',
            '2024-25',
            ward,
            group,
            age,
            90 + at + 3 * band,
            31 + i + band,
          ]),
        ),
      ),
    ),
    csv(
      'dose-counts',
      'covid-19-vaccination.csv',
      [
        'period',
        'msoa_code',
        'area_code',
        'ethnic_group',
        'age_band',
        'people',
        ...(doses?.doses ?? []).map(({ id }) => id.replaceAll('-', '_')),
      ],
      ...crossed('2020-12-31', 0.2),
    ),
  ];
}

/** In the order of loading. */
export const publications = (): Publication[] => [
  ...census(),
  ...censusOfBoroughs(),
  ...deprivation(),
  ...vaccination(),
  cover(),
  children(),
  ...indicators(),
  ...records(),
];

import { describe, expect, test } from 'vitest';
import type { ObservationItem } from '../source.ts';
import { placesOf, readBy } from '../testing.ts';
import { type SheetOfTest, workbookOf } from '../testing-workbook.ts';
import { ukhsaCover } from './ukhsa-cover.ts';

type Cells = (string | number | null)[];

const ids = [
  'ONS Government Office Region Code',
  'ONS Government Office Region Name',
  'ONS Upper Tier LA Code',
  'ODS Upper Tier LA Code',
  'Upper Tier LA Name',
  'CHIS Caveat',
  'Data submission caveat',
];
const england: Cells = [null, null, null, null, 'England', null, null];
const other: Cells = ['E12000007', 'London', 'E09000001', 714, 'City of London', null, null];
const ours: Cells = [null, null, 'E09000099', 710, 'Exampleton', '**', '*'];

/** As the workbooks of 2016/17 to 2024/25 Q1 have them. */
function coverage(): Record<string, SheetOfTest> {
  return {
    '12m_UTLA_GOR': [
      [...ids, '12m Denominator', '12m DTaP/IPV/Hib %', '12m PCV2%', '12m Rota%'],
      [...england, 164_497, 93, 93.1, 89.5],
      [...other, '*', '*', '*', '*'],
      [...ours, 1098, 87.5, 87.5, 'n/a'],
      [null, null, null, '*', 'Please see caveats tab'],
    ],
    '24m_UTLA_GOR': [
      [...ids, '24m Denominator', '24m DTaP/IPV/Hib%', '24m PCV Booster%', '24m Hib/MenC%', '24m MMR1%'],
      [...england, 163_448, 95.1, 91.4, 91.5, 91.4],
      [...other, '*', '*', '*', '*', '*'],
      [...ours, 1025, 93.3, 88.6, 88.8, 88.7],
    ],
    '5y_UTLA_GOR': [
      [...ids, '5y Denominator', '5y DTaP/IPV/Hib%', '5y MMR1%', '5y MMR2%', '5y DTaPIPV%', '5y Hib/MenC%'],
      [...england, 173_310, 95.955_224, 95.024_522, 87.517_167, 85.901_563, 92.643_24],
      [...ours, 1014, 93, 89.9, 88.8, 78.7, 89.9],
    ],
  };
}
const information: SheetOfTest = [
  ['Quarterly vaccination coverage'],
  [null, 'England - 2016/17, Quarter 1: '],
];
const dataFile: SheetOfTest = [
  [
    'Country',
    'Upper Tier Local Authority ODS Code',
    'Upper Tier Local Authority Name',
    '24m_Denom',
    '24m_MMR1_Num',
    '24m_MMR1_Denom',
    '24m_PCV_Boo_Num',
  ],
  ['England', '714', 'City of London', 14, '*', 14, -198],
  ['England', '710', 'Exampleton', 1025, 909, 1025, -99],
];

/** The numbered tables of 2024/25 Q3 and Q4: other headers, England coded, and another table of the same children. */
function numbered(prefix: string): Record<string, SheetOfTest> {
  const head = ['Code', 'Local authority', 'Region name', 'Organisation Data Service code', 'Notes'];
  const rows = (...cells: Cells): Cells[] => [
    ['E92000001', '[z]', 'England', '[z]', '[x]', ...cells.map(() => '[x]')],
    ['E09000001', 'City of London', 'London', '714', '[note 1]', ...cells.map(() => '[c]')],
    ['E09000099', 'Exampleton', 'London', '710', '[note 2]', ...cells],
  ];
  const reached = (age: string) => `Number of children who reached ${age} in reporting quarter`;
  return {
    Cover: [['Vaccination coverage for children in England aged up to 5 years: October to December 2024']],
    [`${prefix}5`]: [
      ['Table 5'],
      [
        ...head,
        reached('12 months'),
        'Coverage at 12 months DTaP/IPV/Hib/HepB (%)',
        'Coverage at 12 months rota (%)',
      ],
      ...rows(700, 90, '[x]'),
    ],
    [`${prefix}6`]: [
      ['Table 6'],
      [
        ...head,
        reached('24 months'),
        'Coverage at 24 months DTaP/IPV/Hib/HepB Prim (%)',
        'Coverage at 24 months PCV Booster (%)',
        'Coverage at 24 months Hib/MenC Booster (%)',
        'Coverage at 24 months MMR1 (%)',
      ],
      ...rows('[x]', '[x]', '[x]', '[x]', '[x]'),
    ],
    [`${prefix}7`]: [
      ['Table 7'],
      [
        ...head,
        reached('5 years'),
        'Coverage at 5 years DTaP/IPV/Hib/HepB Prim (%)',
        'Coverage at 5 years MMR1 (%)',
        'Coverage at 5 years MMR2 Booster (%)',
        'Coverage at 5 years DTaP/IPV Booster (%)',
        'Coverage at 5 years Hib/MenC Booster (%)',
      ],
      ...rows(800, 90, 85, '[c]', 80, 88),
    ],
    [`${prefix}8`]: [
      ['Table 8'],
      [...head, reached('12 months'), 'Coverage at 12 months HepB (%)'],
      ...rows(9, 100),
    ],
  };
}

async function read(sheets: Record<string, SheetOfTest>, format: 'xlsx' | 'ods' = 'xlsx', period?: string) {
  const content = await workbookOf(sheets, format);
  const { items, ...rest } = await readBy(ukhsaCover, content, { ...(period !== undefined && { period }) });
  return { items: items as ObservationItem[], ...rest };
}
const ofPlace = (items: readonly ObservationItem[], measure: string) =>
  items.find((item) => item.measure === measure && item.areaType === 'borough');
/** Every column but the first, in reverse order. */
const mirrored = (sheet: SheetOfTest): SheetOfTest => {
  const width = Math.max(...sheet.map((row) => row.length));
  return sheet.map((row) => Array.from({ length: width }, (_, i) => row[width - 1 - i] ?? null));
};
const renamed = (sheet: SheetOfTest, from: string, to: string): SheetOfTest =>
  sheet.map((row) => row.map((cell) => (cell === from ? to : cell)));

describe.each(['xlsx', 'ods'] as const)('a workbook in %s', (format) => {
  test('without numerators gives the percentage of the children, rounded, and says so', async () => {
    const { items, problems } = await read({ Information: information, ...coverage() }, format);
    expect(problems).toEqual([]);
    expect(ofPlace(items, 'children-reaching-2-years')).toMatchObject({ period: '2016-17-Q1', value: 1025 });
    expect(ofPlace(items, 'mmr-1-at-2-years')).toMatchObject({
      value: 909,
      status: 'value',
      note: expect.stringMatching(/worked out/),
    });
    expect(items.filter((item) => item.areaType === 'country')).toHaveLength(15);
  });

  test('with a Data_file gives the numbers counted; -99 is no number', async () => {
    const { items, problems } = await read(
      { Information: information, ...coverage(), Data_file: dataFile },
      format,
    );
    expect(problems).toEqual([]);
    expect(ofPlace(items, 'mmr-1-at-2-years')).not.toHaveProperty('note');
    expect(ofPlace(items, 'pcv-booster-at-2-years')).toMatchObject({ value: 908, note: expect.any(String) });
  });
});

test('stars in a caveat column are footnotes, in a figure they and n/a are missing', async () => {
  const { items } = await read({ Information: information, ...coverage() });
  expect(ofPlace(items, '6-in-1-at-1-year')).toMatchObject({ status: 'value', value: 961 });
  expect(ofPlace(items, 'rotavirus-at-1-year')).toMatchObject({ status: 'missing', value: null });
});

test.each(['Table', 'Table_'])(
  'numbered sheets (%s5 to 7) are told by what they hold; [x] is missing, [c] withheld',
  async (prefix) => {
    const { items, problems, tally } = await read(numbered(prefix));
    expect(problems).toEqual([]);
    expect(ofPlace(items, 'mmr-1-at-2-years')).toMatchObject({
      period: '2024-25-Q3',
      status: 'missing',
      value: null,
    });
    expect(ofPlace(items, 'mmr-2-at-5-years')).toMatchObject({ status: 'withheld', value: null });
    expect(ofPlace(items, 'mmr-1-at-5-years')).toMatchObject({ status: 'value', value: 680 });
    expect([...(tally.ignored ?? [])]).toEqual(['Cover', `${prefix}8`]);
  },
);

test('moved sheets and columns are read by their names', async () => {
  const straight = await read({ Information: information, ...coverage() });
  const moved = Object.entries(coverage()).map(([name, sheet]) => [name, mirrored(sheet)] as const);
  const { items, problems } = await read({
    Information: information,
    ...Object.fromEntries(moved.toReversed()),
  });
  expect(problems).toEqual([]);
  expect(items).toHaveLength(straight.items.length);
  for (const item of straight.items) expect(items).toContainEqual(item);
});

describe('workbooks of before 2016/17', () => {
  const title = (words: string): SheetOfTest => [
    [null, `children aged up to five years in England. ${words}`],
  ];
  /** Of 2014/15: no codes of the health service, no England, no age in some headers. */
  const first = (): Record<string, SheetOfTest> => {
    const head = [
      null,
      'ONS GovOfficeRegion Code',
      'ONS GovOfficeRegion Name',
      'ONS Upper Tier LA Name',
      'ONS Upper Tier LA Code',
      'ONS Upper Tier LA Code (old)',
      'Former PCT Relationship Type',
    ];
    const of = (...cells: Cells): Cells => [
      'Cohort',
      null,
      null,
      'Exampleton',
      'E09000099',
      '00BE',
      'one-to-one',
      ...cells,
    ];
    return {
      Information: title('2014/15 Quarter 1:  April to June 2014'),
      '12m_UT LA': [
        [...head, '12 month Denominator', 'DTaP/IPV/Hib3 (%) ', 'MenC (%)', 'PCV2 (%)'],
        of(1119, 91.3, 'N/A', 90.3),
      ],
      '24m_UT LA': [
        [
          ...head,
          '24m Denominator',
          '24m_DTaP/IPV/Hib3 (%)',
          '24m_PCV Booster (%)',
          '24m_Hib/MenC (%)',
          '24m_MMR1 (%)',
        ],
        of(1074, 95, 88.7, 88.5, 89.6),
      ],
      '5y_UT LA': [
        [
          ...head,
          '5y Denominator',
          '5y DTaP/Hib (%)',
          '5y MMR1 (%)',
          '5y MMR2 (%)',
          '5y DTaP/IPV Booster (%)',
          '5y HibMenC (%)',
        ],
        of(1068, 93.2, 92.5, 85.9, 83.2, 88.7),
      ],
    };
  };

  test('the first ones load without England, and what is not available is missing', async () => {
    const { items, problems } = await read(first());
    expect(problems).toEqual([]);
    expect(items).toHaveLength(15);
    expect(ofPlace(items, 'pcv-2-at-1-year')).toMatchObject({ period: '2014-15-Q1', value: 1010 });
    expect(ofPlace(items, 'menc-at-1-year')).toMatchObject({ status: 'missing', value: null });
    expect(ofPlace(items, '6-in-1-at-5-years')).toMatchObject({ value: 995 });
  });

  test('those of 2015/16 have England by name; N.A. and - are missing, a star is what the note of the sheet says', async () => {
    const head = [
      null,
      null,
      'ONS Government Office Region Code',
      'ONS Government Office Region Name',
      'ONS LA Code',
      'ODS Code',
      'PCT Coterminousity',
      'LA Name',
    ];
    const english: Cells = ['Fiscal Year/ Quarter', null, null, 'ENGLAND', null, null, null, null];
    const own: Cells = ['2015-1', null, null, null, 'E09000099', 710, 'coterminous', 'Exampleton'];
    const { items, problems } = await read({
      Information: title('2015/16, Quarter 4: January to April 2016'),
      '12m_UT LA': [
        [...head, '12m Denominator', '12m DTaP/IPV/Hib %', '12m MenC %', '12m PCV %', '12m Rota %'],
        [...english, 136987, 93.6, ' - ', 93.5, ' -'],
        [...own, 1084, 80.4, 90.1, 80.9, '-'],
      ],
      '24m_UT LA': [
        [
          ...head,
          '24m Denominator',
          '24m DTaP/IPV/Hib3 %',
          '24m PCV Booster %',
          '24m Hib/MenC booster %',
          '24m MMR1 %',
        ],
        [...english, 137980, 95.5, 91.8, 91.9, 91.8],
        [...own, 'N.A.', 'N.A.', 'N.A.', 'N.A.', 'N.A.'],
      ],
      '5y_UT LA': [
        [
          ...head,
          '5y denominator',
          '5y \r\nDTaP/IPV/Hib %',
          '5y MMR1 %',
          '5y MMR2 %',
          '*5yDTaP/IPV Booster %',
          '5y HibMenC Booster %',
        ],
        [...english, 143155, 95.8, 94.7, 88.5, 87.7, 93.2],
        [...own, 1097, '**', '*', 85.4, 75, 87.6],
        [null, null, '**Some figures have been suppressed due to potential disclosure issues'],
        [null, null, '* = see Caveats tab'],
      ],
    });
    expect(problems).toEqual([]);
    expect(ofPlace(items, 'rotavirus-at-1-year')).toMatchObject({ period: '2015-16-Q4', status: 'missing' });
    expect(ofPlace(items, 'children-reaching-2-years')).toMatchObject({ status: 'missing', value: null });
    expect(ofPlace(items, '6-in-1-at-5-years')).toMatchObject({ status: 'withheld', value: null });
    expect(ofPlace(items, 'mmr-1-at-5-years')).toMatchObject({ status: 'missing' });
    expect(ofPlace(items, '4-in-1-booster-at-5-years')).toMatchObject({ value: 823 });
    expect(
      items.find(({ measure, areaType }) => areaType === 'country' && measure === 'menc-at-1-year'),
    ).toMatchObject({ status: 'missing' });
  });

  test('the council itself may not be absent', async () => {
    const sheets = first();
    sheets['5y_UT LA'] = (sheets['5y_UT LA'] ?? []).slice(0, 1);
    expect((await read(sheets)).problems).toEqual([
      expect.objectContaining({ sheet: '5y_UT LA', expected: expect.stringMatching(/Exampleton/) }),
    ]);
  });
});

test('an empty percentage is refused, but for a region where the vaccine is not given everywhere yet', async () => {
  const sheets: Record<string, SheetOfTest> = { Information: information, ...coverage() };
  const emptied = (value: number) => ({
    ...sheets,
    '24m_UTLA_GOR': (sheets['24m_UTLA_GOR'] ?? []).map((row) =>
      row.map((cell) => (cell === value ? null : cell)),
    ),
  });
  const { items, problems } = await read(emptied(91.5));
  expect(problems).toEqual([]);
  expect(
    items.find(({ measure, areaType }) => areaType === 'country' && measure === 'hib-menc-at-2-years'),
  ).toMatchObject({ status: 'missing' });
  const lost = await read(emptied(88.8));
  expect(placesOf(lost.problems)).toEqual(['4, 24m Hib/MenC%']);
});

test('a quarter is a financial one: January to March 2025 is the fourth of 2024/25', async () => {
  const cover: SheetOfTest = [['Coverage for children in England aged up to 5 years: January to March 2025']];
  expect((await read({ ...numbered('Table_'), Cover: cover })).items[0]?.period).toBe('2024-25-Q4');
});

describe('refused, with the sheet and column named', () => {
  const problemsOf = async (change: (sheets: Record<string, SheetOfTest>) => void, period?: string) => {
    const sheets = { Information: information, ...coverage(), Data_file: dataFile };
    change(sheets);
    const { problems, items } = await read(sheets, 'xlsx', period);
    return { problems, items };
  };
  const mmr = (sheets: Record<string, SheetOfTest>) => sheets['24m_UTLA_GOR'] ?? [];

  test('a sheet that is renamed or dropped', async () => {
    const { problems, items } = await problemsOf((sheets) => {
      sheets['Two years'] = mmr(sheets);
      delete sheets['24m_UTLA_GOR'];
    });
    expect(items).toEqual([]);
    expect(problems[0]?.expected).toMatch(/24 months.*The sheets are: Information, 12m_UTLA_GOR/s);
  });

  test('a vaccine nobody knows, in the place of one that is missing', async () => {
    const { problems, items } = await problemsOf((sheets) => {
      sheets['24m_UTLA_GOR'] = renamed(mmr(sheets), '24m MMR1%', '24m MMRV1%');
    });
    expect(items).toEqual([]);
    expect(problems.map(({ sheet, column }) => [sheet, column])).toEqual([
      ['24m_UTLA_GOR', '24m MMRV1%'],
      ['24m_UTLA_GOR', 'mmr1'],
    ]);
  });

  test('a column given another age, or standing twice', async () => {
    for (const [from, to] of [
      ['24m MMR1%', '5y MMR1%'],
      ['24m MMR1%', '24m Hib/MenC%'],
    ] as const) {
      const { problems } = await problemsOf((sheets) => {
        sheets['24m_UTLA_GOR'] = renamed(mmr(sheets), from, to);
      });
      expect(problems[0]).toMatchObject({ sheet: '24m_UTLA_GOR', row: 1, column: to });
    }
  });

  test('two columns whose headers are swapped, because the numbers of Data_file disagree', async () => {
    const { problems } = await problemsOf((sheets) => {
      const swapped = renamed(renamed(mmr(sheets), '24m MMR1%', 'x'), '24m DTaP/IPV/Hib%', '24m MMR1%');
      sheets['24m_UTLA_GOR'] = renamed(swapped, 'x', '24m DTaP/IPV/Hib%');
    });
    expect(problems).toEqual([
      expect.objectContaining({ sheet: '24m_UTLA_GOR', row: 4, column: '24m MMR1%', value: '93.3' }),
    ]);
  });

  test('a percentage above 100, and words in place of one', async () => {
    const { problems } = await problemsOf((sheets) => {
      sheets['24m_UTLA_GOR'] = mmr(sheets).map((row) =>
        row.map((cell) => (cell === 88.6 ? 886 : cell === 88.8 ? 'most' : cell)),
      );
    });
    expect(placesOf(problems)).toEqual(['4, 24m PCV Booster%', '4, 24m Hib/MenC%']);
  });

  test('a workbook without the place, without its quarter, or of another quarter than the command says', async () => {
    const without = await problemsOf((sheets) => {
      sheets['5y_UTLA_GOR'] = (sheets['5y_UTLA_GOR'] ?? []).slice(0, 2);
    });
    expect(without.problems).toEqual([
      expect.objectContaining({ sheet: '5y_UTLA_GOR', expected: expect.stringMatching(/Exampleton/) }),
    ]);
    const undated = await problemsOf((sheets) => {
      sheets.Information = [['Vaccination']];
    });
    expect(undated.problems[0]?.expected).toMatch(/--period/);
    const other = await problemsOf(() => {}, '2017-18-Q1');
    expect(other.problems[0]?.value).toBe('2016-17-Q1, 2017-18-Q1');
  });

  test('a column of Data_file that is not understood', async () => {
    const { problems } = await problemsOf((sheets) => {
      sheets.Data_file = renamed(dataFile, '24m_MMR1_Num', '24m_MMRV_Num');
    });
    expect(problems).toEqual([expect.objectContaining({ sheet: 'Data_file', column: '24m_MMRV_Num' })]);
  });

  test('a file cut short, and one that is no workbook', async () => {
    const whole = await workbookOf({ Information: information, ...coverage() });
    for (const content of [whole.slice(0, whole.length / 2), 'area,value\n', '']) {
      const { problems } = await readBy(ukhsaCover, content);
      expect(problems).toEqual([
        expect.objectContaining({ expected: expect.stringMatching(/whole workbook/) }),
      ]);
    }
  });
});

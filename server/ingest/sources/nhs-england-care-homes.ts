/** Sheets of NHS England's weekly workbooks that go by upper tier local authority: care homes, home care staff. */
import { readWhole } from '../figures.ts';
import { statusWithout } from '../marks.ts';
import { namedAreasOf } from '../place-filter.ts';
import type { Sheet } from '../sheet.ts';
import { blockOf, sheetTableOf } from '../sheet-block.ts';
import type { SheetReader } from '../sheet-reader.ts';
import type { LoadContext, ObservationItem } from '../source.ts';
import type { SourceFile } from '../source-file.ts';

interface Pair {
  /** Measure and header of those who could be vaccinated, and of those who were. */
  readonly people: readonly [measure: string, header: RegExp];
  readonly vaccinated: readonly [measure: string, header: RegExp];
}

export const readCareHomes: SheetReader = pairs([
  {
    people: ['care-home-residents-eligible', /^Residents: Total number of residents eligible/i],
    vaccinated: [
      'covid-19-dose-1-care-home-residents',
      /^Residents: Number of eligible residents vaccinated \(1st dose\)$/i,
    ],
  },
  {
    people: ['care-home-staff-eligible', /^Staff: Total number of staff eligible/i],
    vaccinated: [
      'covid-19-dose-1-care-home-staff',
      /^Staff: Number of eligible staff vaccinated \(1st dose\)$/i,
    ],
  },
]);

export const readDomiciliaryStaff: SheetReader = pairs([
  {
    people: ['home-care-staff', /Domiciliary Care Providers: Total number of staff$/i],
    vaccinated: [
      'covid-19-dose-1-home-care-staff',
      /Domiciliary Care Providers: Number of staff vaccinated \(1st dose\)$/i,
    ],
  },
]);

function pairs(list: readonly Pair[]): SheetReader {
  const columns: Record<string, RegExp> = { name: /^UTLA$|: UTLA$/i };
  for (const { people, vaccinated } of list) {
    columns[people[0]] = people[1];
    columns[vaccinated[0]] = vaccinated[1];
  }
  return (file, sheet, period, context) => read(file, sheet, period, context, list, columns);
}

function* read(
  file: SourceFile,
  sheet: Sheet,
  period: string,
  context: LoadContext,
  list: readonly Pair[],
  columns: Readonly<Record<string, RegExp>>,
): Generator<ObservationItem> {
  const block = blockOf(sheet, /^UTLA$/i);
  if (block === undefined) {
    context.problems.add({
      file: file.name,
      sheet: sheet.name,
      expected: 'expected a column "UTLA" of local authorities',
    });
    return;
  }
  const table = sheetTableOf(file, block, columns, context.problems);
  if (table === undefined) return;
  const wanted = namedAreasOf(context.place).filter(({ type }) => type !== 'region');
  const country = wanted.find(({ type }) => type === 'country');
  const found = new Set<string>();
  for (const row of table.rows()) {
    context.tally.read++;
    const name = row.text('name') === 'Total' ? (country?.name ?? '') : row.text('name');
    const area = wanted.find((one) => one.isRow({ code: '', names: [name] }));
    if (area === undefined) {
      context.tally.skipped++;
      continue;
    }
    if (found.has(area.code)) row.refuse('name', `${name} stands in an earlier row already`);
    found.add(area.code);
    for (const { people, vaccinated } of list) {
      const [all, some] = [people[0], vaccinated[0]].map((measure) => {
        const without = statusWithout(row.text(measure));
        const value = without === undefined ? readWhole(row.text(measure)) : null;
        if (value === undefined) row.refuse(measure, 'expected a number of people, or tbc');
        return value === undefined ? undefined : { status: without ?? ('value' as const), value };
      });
      if (all === undefined || some === undefined) continue;
      if (all.value !== null && some.value !== null && some.value > all.value)
        row.refuse(vaccinated[0], `expected at most the ${all.value} people of the same row`);
      for (const [measure, figure] of [
        [people[0], all],
        [vaccinated[0], some],
      ] as const) {
        yield {
          kind: 'observation',
          row: row.number,
          measure,
          period,
          areaType: area.type,
          areaCode: area.code,
          ...figure,
        };
      }
    }
  }
  for (const area of wanted)
    if (!found.has(area.code)) table.refuse(`no row for ${area.name}; is the sheet cut short?`);
}

/** NHS England, weekly COVID-19 vaccination workbooks of early 2021 (xlsx): doses, care homes, populations. */

import { daysBetween } from '../../contract/days.ts';
import { dayInName, lastDayInWords, periodOfWords } from '../period-words.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetReader } from '../sheet-reader.ts';
import type { LoadContext, Source } from '../source.ts';
import type { SourceFile } from '../source-file.ts';
import { openWorkbook, sheetNames } from '../workbook.ts';
import { readCareHomes, readDomiciliaryStaff } from './nhs-england-care-homes.ts';
import { readEthnicity } from './nhs-england-ethnicity.ts';
import { readDoses, readPopulation, readRegions } from './nhs-england-weekly-doses.ts';

interface Kind {
  /** The sheet is known by its name or by its title, so that a renamed one is read all the same. */
  readonly name: RegExp;
  readonly title?: RegExp;
  readonly read: SheetReader;
}

const kinds: readonly Kind[] = [
  {
    name: /^(NHS Region|Vaccinations by Region & Age)$/i,
    title: /By (NHS )?Region of Residence and Age/i,
    read: readRegions,
  },
  {
    name: /^Ethnicity & Region$/i,
    title: /By Ethnicity and (NHS )?Region of Residence/i,
    read: readEthnicity,
  },
  { name: /^LTLA$/i, title: /By Lower Tier Local Authority/i, read: readDoses('borough') },
  { name: /^MSOA$/i, title: /By Middle Layer Super Output Area/i, read: readDoses('msoa') },
  {
    name: /^Care Homes by UTLA$/i,
    title: /Older Adult Care Homes.* by Upper Tier Local Authority/i,
    read: readCareHomes,
  },
  {
    name: /^Social Care Staff by UTLA$/i,
    title: /Social Care Staff.* by Upper Tier Local Authority/i,
    read: readDomiciliaryStaff,
  },
  {
    name: /^Population estimates \(NIMS\)$/i,
    read: readPopulation('residents-nims'),
  },
  {
    name: /^Population estimates \(ONS\)$/i,
    read: readPopulation('residents-mid-2019', '2019'),
  },
];

export const nhsEnglandCovid19Weekly: Source = {
  id: 'nhs-england-covid-19-weekly',
  onePeriodAFile: true,
  edition: { label: /^published:/i, inName: /-(\d{1,2}-[a-z]+-20\d\d)/i },
  title:
    'NHS England weekly COVID-19 vaccination workbook (xlsx): doses by LTLA and MSOA, care homes, populations',
  async *read(file, context) {
    const sheets = await openWorkbook(file, context.problems);
    if (sheets === undefined) return;
    const period = periodOf(file, sheets, context);
    if (period === undefined) return;
    context.tally.ignored ??= new Set();
    let known = 0;
    for (const sheet of sheets) {
      const title = beside(sheet, /^Title:$/i) ?? '';
      const kind = kinds.find((one) => one.name.test(sheet.name) || one.title?.test(title));
      if (kind === undefined) context.tally.ignored.add(sheet.name);
      else {
        known++;
        yield* kind.read(file, sheet, period, context);
      }
    }
    if (known === 0) {
      context.problems.add({
        file: file.name,
        expected: `no sheet has figures of local authorities: expected LTLA, MSOA, Care Homes by UTLA or Population estimates (NIMS). The sheets are: ${sheetNames(sheets)}`,
      });
    }
  },
};

/** The cell to the right of a label of the title rows. */
function beside(sheet: Sheet, label: RegExp): string | undefined {
  for (const row of sheet.rows.slice(0, 12)) {
    const at = row.findIndex((cell) => label.test(cell));
    if (at !== -1) return row.slice(at + 1).find((cell) => cell !== '');
  }
  return undefined;
}

/** Doses count up from the first day of vaccination: "8th December 2020 to 14th March 2021" is as at its last day. */
function periodOf(file: SourceFile, sheets: readonly Sheet[], { problems }: LoadContext): string | undefined {
  const found = new Set<string>();
  for (const sheet of sheets) {
    const last = lastDayInWords(beside(sheet, /^Period:$/i) ?? '');
    if (last !== undefined) found.add(last);
  }
  const [period] = found;
  if (period !== undefined && found.size === 1)
    return isPublishedAfter(file, sheets, period, problems) ? period : undefined;
  problems.add({
    file: file.name,
    column: 'Period:',
    value: [...found].join(', '),
    expected: 'expected every sheet to give one period, such as "8th December 2020 to 14th March 2021"',
  });
  return undefined;
}

/** Days from the last of its figures to a publication. */
const LATEST_DAYS = 14;

/** Whether the publication, as the sheets and the name of the file say its day, follows on its figures. */
function isPublishedAfter(
  file: SourceFile,
  sheets: readonly Sheet[],
  period: string,
  problems: LoadContext['problems'],
): boolean {
  const said = sheets.map((sheet) => periodOfWords(beside(sheet, /^Published:$/i) ?? ''));
  const days = new Set([...said, dayInName(file.name)].filter((day) => day !== undefined));
  const isLate = [...days].some((day) => {
    const lag = daysBetween(period, day);
    return !(lag >= 0 && lag <= LATEST_DAYS);
  });
  if (days.size <= 1 && !isLate) return true;
  problems.add({
    file: file.name,
    column: 'Published:',
    value: [...days].join(', '),
    expected: `expected one day of publication in every sheet and in the name of the file, at most ${LATEST_DAYS} days after ${period}, the last of its figures`,
  });
  return false;
}

/**
 * Registers of the Quality and Outcomes Framework by practice (CSV), added up for the networks that serve the place. Which
 * practice is of which network stands in a file of the same publication, loaded with it, or in columns of its own.
 */
import { listMeasure, registerMeasure, registers } from '../../indicators/registered-conditions.ts';
import type { ColumnLayout } from '../csv-header.ts';
import type { Row } from '../csv-row.ts';
import { openTable } from '../csv-table.ts';
import type { LoadContext, ObservationItem, SourceOfMany } from '../source.ts';
import type { SourceFile } from '../source-file.ts';

const mapping: ColumnLayout = {
  name: 'practices and their networks',
  columns: { practice: ['PRACTICE_CODE'], network: ['PCN_ODS_CODE'], system: ['STP_ODS_CODE'] },
};
const prevalence: ColumnLayout = {
  name: 'QOF prevalence by practice',
  columns: {
    practice: ['PRACTICE_CODE'],
    group: ['GROUP_CODE'],
    register: ['REGISTER'],
    list: ['PATIENT_LIST_TYPE'],
    size: ['PRACTICE_LIST_SIZE'],
    'network?': ['PCN_ODS_CODE'],
  },
};

interface Counted {
  readonly row: Row;
  readonly practice: string;
  readonly group: string;
  readonly register: number;
  readonly size: number;
}
interface RegisterFile {
  readonly file: SourceFile;
  readonly number: number;
  readonly period: string;
  readonly rows: readonly Counted[];
}

export const qofRegisters: SourceOfMany = {
  id: 'qof-registers',
  onePeriodAFile: true,
  title: 'QOF registers by practice, with the list of practices and their networks (CSV)',
  async *readAll(files, context) {
    const networks = new Map<string, string>();
    const read: RegisterFile[] = [];
    for (const [number, file] of files.entries()) {
      const table = await openTable(file, [prevalence, mapping], context.problems);
      if (table === undefined) continue;
      const isMapping = table.layout === mapping;
      const period = isMapping ? undefined : periodOf(file, context);
      const rows: Counted[] = [];
      for await (const row of table.rows()) {
        context.tally.read++;
        const network = row.text('network');
        if (network !== '') networks.set(row.text('practice'), network);
        const counted = isMapping ? undefined : countedOf(row);
        if (counted !== undefined) rows.push(counted);
      }
      if (period !== undefined) read.push({ file, number, period, rows });
    }
    for (const one of read) yield { file: one.number, items: [...networksOf(one, networks, context)] };
  },
};

/** Two years of two digits stand for a financial year: PREVALENCE_2021 is of 2020/21, as prevalence_2020_21 is. */
function periodOf(file: SourceFile, { period, problems }: LoadContext): string | undefined {
  const [, first, second] = /(?:^|\D)(?:20)?(\d{2})_?(\d{2})(?:\D|$)/.exec(file.name) ?? [];
  const named =
    first !== undefined && Number(second) === Number(first) + 1 ? `20${first}-${second}` : undefined;
  if (named !== undefined && period !== undefined && period !== named) {
    const expected = `the name of the file says ${named}, --period says ${period}; expected one year`;
    problems.add({ file: file.name, expected });
    return undefined;
  }
  const found = period ?? named;
  const expected =
    'the file does not say what year it is for: give --period 2020-21, or a name such as PREVALENCE_2021.csv';
  if (found === undefined) problems.add({ file: file.name, expected });
  return found;
}

const known = new Map(registers.map((one) => [one.code, one]));

function countedOf(row: Row): Counted | undefined {
  const group = row.text('group');
  const register = known.get(group);
  if (register === undefined) {
    row.refuse('group', `expected one of ${[...known.keys()].join(', ')}`);
    return undefined;
  }
  if (row.text('list') !== register.list)
    row.refuse('list', `expected ${register.list}, the patients that the register of ${group} is a share of`);
  const [count, size] = [row.whole('register'), row.whole('size')];
  if (count === undefined || size === undefined) return undefined;
  return { row, practice: row.text('practice'), group, register: count, size };
}

/** Registers and lists of each network that serves the place, once every practice of it is there with every register. */
function* networksOf(
  { file, period, rows }: RegisterFile,
  networks: ReadonlyMap<string, string>,
  context: LoadContext,
): Generator<ObservationItem> {
  const { problems, place, tally } = context;
  const serving = (place.servedBy ?? []).filter(({ type }) => type === 'pcn');
  const refuse = (expected: string) => problems.add({ file: file.name, expected });
  if (serving.length === 0)
    return refuse(`no primary care network is named under "servedBy" in the file of the place ${place.name}`);
  if (networks.size === 0)
    return refuse(
      'nothing says which practice is of which network: load the list of practices of the same publication (PRACTICE_CODE, PCN_ODS_CODE) together with it',
    );
  const own = rows.filter(({ practice }) => serving.some(({ code }) => code === networks.get(practice)));
  tally.skipped += rows.length - own.length;
  refuseOtherSizes(own);
  for (const { row, register, size } of own)
    if (register > size)
      row.refuse('register', 'expected no more on the register than on the list beside it');
  for (const { code, name } of serving) {
    const practices = [...networks].flatMap(([practice, network]) => (network === code ? [practice] : []));
    if (practices.length === 0) refuse(`no practice is of ${name} (${code})`);
    for (const register of registers) {
      const found = own.filter(
        ({ practice, group }) => group === register.code && practices.includes(practice),
      );
      requireEveryPractice(found, practices, (missing) =>
        refuse(
          `${missing.length} of the ${practices.length} practices of ${name} (${code}) have no row of ${register.code} (${missing.slice(0, 3).join(', ')}); is the file cut short?`,
        ),
      );
      const sum = (of: 'register' | 'size') => found.reduce((total, one) => total + one[of], 0);
      const base = { kind: 'observation', period, areaType: 'pcn', areaCode: code, status: 'value' } as const;
      const row = found[0]?.row.number ?? 0;
      yield { ...base, row, measure: registerMeasure(register), value: sum('register') };
      const isFirstOfList = registers.find(({ list }) => list === register.list) === register;
      if (isFirstOfList) yield { ...base, row, measure: listMeasure(register), value: sum('size') };
    }
  }
}

/** Each practice has one row of a register; a second is refused, and those without one are told. */
function requireEveryPractice(
  rows: readonly Counted[],
  practices: readonly string[],
  refuseMissing: (missing: readonly string[]) => void,
): void {
  const seen = new Set<string>();
  for (const { row, practice, group } of rows) {
    if (seen.has(practice)) row.refuse('practice', `${practice} has an earlier row of ${group} already`);
    seen.add(practice);
  }
  const missing = practices.filter((practice) => !seen.has(practice));
  if (missing.length > 0) refuseMissing(missing);
}

/** A practice has one list of an age, whichever register stands beside it. */
function refuseOtherSizes(rows: readonly Counted[]): void {
  const sizes = new Map<string, number>();
  for (const { row, practice, size } of rows) {
    const key = `${practice} ${row.text('list')}`;
    const before = sizes.get(key);
    if (before !== undefined && before !== size)
      row.refuse('size', `expected the size that stands beside other registers of ${practice}`);
    sizes.set(key, before ?? size);
  }
}

/** Which observations the figures of an indicator are made of: how a figure and the files behind it are told from each other. */

import { countTables } from './count-tables.ts';
import { doseTables } from './dose-tables.ts';
import type { Indicator } from './indicator.ts';
import { nationalFifths } from './measure.ts';
import { measureOf } from './measures.ts';

export interface Feed {
  readonly measure: string;
  /** Whether it is counted by the indicator, or what that is counted among, or placed by. */
  readonly as: 'counted' | 'among' | 'placed-by';
  /** The period of the observations; left out where it is that of the figure, null where it is theirs, whatever it is. */
  readonly period?: string | null;
}

/** @returns of people counted from records the measures of their table, for no others are loaded. */
export function feedsOf(indicator: Indicator): Feed[] {
  const counts = countTables.find(({ id }) => id === indicator.countTable?.id);
  const doses = doseTables.find(({ id }) => id === indicator.doseTable?.id);
  const fromRecords: Feed[] = [
    ...(counts === undefined ? [] : [counted(counts.with), { measure: counts.people, as: 'among' } as const]),
    ...(doses === undefined
      ? []
      : [
          ...doses.doses.map((dose) => counted(dose.with)),
          { measure: doses.people, as: 'among', period: null } as const,
        ]),
  ];
  const among = indicator.valueType === 'proportion' ? indicator.denominators : [];
  const named: Feed[] = [
    counted(indicator.measure),
    ...among.flatMap(({ measure, everyone, period }): Feed[] =>
      [measure, ...(everyone ? [everyone] : [])].map((one) => ({
        measure: one,
        as: 'among',
        ...(period && { period }),
      })),
    ),
  ];
  const worked = named.flatMap((feed): Feed[] => {
    const { livingIn } = measureOf(feed.measure);
    if (livingIn === undefined) return [feed];
    return [
      { ...feed, measure: livingIn.people },
      { measure: livingIn.fifthsBy.decile, as: 'placed-by', period: null },
    ];
  });
  const byFifth = indicator.strata.some((list) => list.deprivation?.some((fifth) => fifth !== 'all'));
  return [
    ...fromRecords,
    ...worked,
    ...(byFifth ? [{ measure: nationalFifths.decile, as: 'placed-by', period: null } as const] : []),
  ];
}

const counted = (measure: string): Feed => ({ measure, as: 'counted' });

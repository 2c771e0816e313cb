/** What tables of doses count: everybody, and for each dose those with it, without it and waiting for it. */
import { doseTables } from './dose-tables.ts';
import type { Measure } from './measure.ts';

export const vaccinationMeasures: readonly Measure[] = doseTables.flatMap((table) => {
  const { people, areas, synthetic } = table;
  const counted = {
    valueType: 'count',
    combine: 'sum',
    editions: { [areas.type]: areas.edition },
    ...(synthetic && { synthetic }),
  } as const;
  const title = (text: string) => (synthetic ? `Synthetic: ${text}` : text);
  const ofDoses = table.doses.flatMap((dose, at): Measure[] => {
    const before = table.doses[at - 1];
    const after = before === undefined ? '' : ` who had ${before.title}`;
    return [
      {
        ...counted,
        id: dose.with,
        title: title(`People with ${dose.title}`),
        atMost: before?.with ?? people,
      },
      { ...counted, id: dose.without, title: title(`People without ${dose.title}`), atMost: people },
      {
        ...counted,
        id: dose.awaiting,
        title: title(`People without ${dose.title}${after}`),
        atMost: dose.without,
      },
    ];
  });
  return [{ ...counted, id: people, title: title('People aged 16 and over on the register') }, ...ofDoses];
});

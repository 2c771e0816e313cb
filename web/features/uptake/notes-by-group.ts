import type { UptakeGroupFigure } from './figures-at.ts';

const notesOf = ({ estimate }: UptakeGroupFigure) =>
  estimate.status === 'shown' ? (estimate.notes ?? []) : [];

/**
 * The notes of figures that stand together, each once, with the groups it is about where it is not about all: "sharing out errs by
 * 0.8 points here" says nothing below a table of six rows.
 * @param columns the same groups, once for each population.
 */
export function notesByGroup(columns: readonly (readonly UptakeGroupFigure[])[]): string[] {
  const figures = columns.flat();
  const labels = new Set(figures.map(({ label }) => label));
  return [...new Set(figures.flatMap(notesOf))].map((note) => {
    const about = new Set(figures.filter((one) => notesOf(one).includes(note)).map(({ label }) => label));
    return about.size === labels.size ? note : `${[...about].join('; ')}: ${note}`;
  });
}

/** A figure, its limits, counts and basis, as columns. Pure. */
import { type Basis, bases, labelOf } from '../../contract/dimensions.ts';
import type { Estimate, ShownEstimate } from '../../contract/estimate.ts';
import type { Measured } from '../../contract/gap.ts';
import { sourceVerdictWords } from '../../contract/source-verdict.ts';
import type { WithoutFigure } from '../../contract/without-figure.ts';
import { coded, countColumn, numberColumn, type TableColumn, textColumn } from './table.ts';

export type FileFigure = Estimate | WithoutFigure;

/** What a figure shows, where it is shown; else why it is not. */
const ifShown =
  (shown: (estimate: ShownEstimate) => number | undefined) =>
  (figure: FileFigure): number | WithoutFigure | undefined =>
    figure.status === 'shown' ? shown(figure) : figure;

const limitsFrom = [
  { id: 'ours', label: 'computed from counts' },
  { id: 'published', label: 'as published' },
  { id: 'none', label: 'none' },
] as const;

const STATUS =
  'Whether the figure is shown; withheld to protect people (it may be zero); missing (not collected, not available, or nobody to count); or withdrawn after it was published.';

/** Two columns: the figure alone, and whether it is shown. */
export const valueColumns = (title: string, description: string): TableColumn<FileFigure>[] => [
  numberColumn(
    title,
    description,
    ifShown(({ value }) => value),
  ),
  textColumn(`${title}: status`, STATUS, ({ status }) => status),
];

/** Beside the unit of the row, everything a reply says of a figure. */
export const figureColumns: readonly TableColumn<FileFigure>[] = [
  numberColumn(
    'Value',
    'The figure, in the unit of its indicator. Empty where it is not shown.',
    ifShown(({ value }) => value),
  ),
  textColumn('Status', STATUS, ({ status }) => status),
  textColumn('Reason without figure', 'Why there is no figure, as the API writes it.', (figure) =>
    figure.status === 'shown' ? null : figure.reason,
  ),
  numberColumn(
    'Lower 95% limit',
    'Lower 95% confidence limit, in the unit.',
    ifShown(({ lower95 }) => lower95),
  ),
  numberColumn(
    'Upper 95% limit',
    'Upper 95% confidence limit, in the unit.',
    ifShown(({ upper95 }) => upper95),
  ),
  numberColumn(
    'Lower 99.8% limit',
    'Lower 99.8% confidence limit, in the unit.',
    ifShown(({ lower998 }) => lower998),
  ),
  numberColumn(
    'Upper 99.8% limit',
    'Upper 99.8% confidence limit, in the unit.',
    ifShown(({ upper998 }) => upper998),
  ),
  countColumn(
    'Numerator',
    'What the indicator counts; a fraction where counts were shared out to the area.',
    ifShown(({ numerator }) => numerator),
  ),
  countColumn(
    'Denominator',
    'All they are counted among.',
    ifShown(({ denominator }) => denominator),
  ),
  ...coded<FileFigure>('Limits from', limitsFrom, 'Where the limits come from.', (figure) =>
    figure.status === 'shown' ? figure.interval : null,
  ),
  ...coded<FileFigure>(
    'Basis',
    bases,
    'Whether the figure was published for this area and group, modelled, or made for demonstration.',
    (figure) => (figure.status === 'shown' ? figure.basis : null),
  ),
  textColumn('Notes', 'What must be read beside the figure, or why there is none.', notesOf),
  textColumn('Verdict of the source itself', 'What its publisher says of it, which is not ours.', (figure) =>
    figure.status === 'shown' && figure.sourceVerdict ? sourceVerdictWords(figure.sourceVerdict) : null,
  ),
];

function notesOf(figure: FileFigure): string | null {
  if (figure.status !== 'shown') return figure.explanation;
  const { smallAreas, notes = [] } = figure;
  // The sample behind a property of areas.
  const sample = smallAreas === undefined ? [] : [`${smallAreas.having} of ${smallAreas.all} small areas.`];
  return [...sample, ...notes].join(' ') || null;
}

interface Words {
  readonly title: string;
  readonly description: string;
}

/** A figure worked out from others, with its 95% limits. */
export const measuredColumns = (
  { title, description }: Words,
  column: typeof numberColumn | typeof countColumn = numberColumn,
): TableColumn<Measured>[] => [
  column(title, description, ({ value }) => value),
  column(`${title}, lower 95% limit`, `${description} Lower 95% limit.`, ({ lower95 }) => lower95),
  column(`${title}, upper 95% limit`, `${description} Upper 95% limit.`, ({ upper95 }) => upper95),
];

/** The bases of the figures of one table, in words. */
export const basesWords = (figures: readonly (FileFigure | null)[]): string =>
  wordsOfBases(figures.flatMap((one) => (one?.status === 'shown' ? [one.basis] : [])));

export function wordsOfBases(found: readonly Basis[]): string {
  const named = bases.filter(({ id }) => found.includes(id));
  if (named.length === 0) return 'No figure is shown';
  return named.map(({ id, meaning }) => `${labelOf(bases, id)}: ${meaning}`).join('; ');
}

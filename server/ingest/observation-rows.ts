/** Observations as rows of COPY, into the table itself or beside it. Pure. */
import { copyLine } from '../../db/copy-format.ts';
import type { ObservationItem } from './source.ts';

const KEY = [
  'measure',
  'period',
  'area_type',
  'ethnic_group',
  'age_band',
  'sex',
  'deprivation',
  'area_code',
  'overlap_code',
];
const FIGURE = ['status', 'value', 'lower95', 'upper95', 'note'];

export const KEY_COLUMNS = KEY.join(', ');
export const FIGURE_COLUMNS = FIGURE.join(', ');
export const OBSERVATION_COLUMNS = [...KEY, ...FIGURE, 'load_id', 'file'];
export const STAGED_COLUMNS = [...KEY, ...FIGURE, 'file', 'row'];

/** What a figure is about, in words: no count of people is among them. */
export const FIGURE_WORDS = `concat_ws(' ', measure, period, area_code, nullif(overlap_code, ''), nullif(ethnic_group, 'all'), nullif(age_band, 'all'), nullif(sex, 'all'))`;

/** @param last what follows the figure: the load and its file, or the file and row it came from. */
export function observationLine(item: ObservationItem, last: readonly number[]): string {
  return copyLine([
    item.measure,
    item.period,
    item.areaType,
    item.ethnicGroup === undefined || item.ethnicGroup === 'all'
      ? 'all'
      : `${item.ethnicScheme}/${item.ethnicGroup}`,
    item.ageBand ?? 'all',
    item.sex ?? 'all',
    item.deprivation ?? 'all',
    item.areaCode,
    item.overlapCode ?? '',
    item.status,
    item.value,
    item.lower95 ?? null,
    item.upper95 ?? null,
    item.note ?? null,
    ...last,
  ]);
}

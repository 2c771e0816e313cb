import './reach.css';
import { paths } from '../../../server/contract/paths.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import type { ReachReply } from '../../../server/contract/uptake-replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { expectedWords } from '../../shared/words/chance-words.ts';
import { basesOf } from '../../shared/words/figure-words.ts';
import { countOf, formatNumber, withAge } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { roundedWords } from '../../shared/words/rounded-words.ts';
import { ReachAreas } from './reach-areas.tsx';
import { ReachNotCompared } from './reach-not-compared.tsx';
import { ReachRows } from './reach-rows.tsx';
import { countsWords, peopleNeeded, referenceWords } from './reach-words.ts';
import { SyntheticLine } from './synthetic-line.tsx';
import type { ReachRowsShown } from './uptake-search.ts';

interface ReachFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: ReachReply;
  readonly release: { readonly release?: number };
  readonly shown: ReachRowsShown;
  readonly busy: boolean;
  onShow(rows: ReachRowsShown): void;
}

/** Rows shown before the reader asks for all of them. */
const FIRST = 12;
const TOP = 3;

/** Areas and groups in order of the people that were still needed at the date. */
export function ReachFigure({ definition, reply, release, shown, busy, onShow }: ReachFigureProps) {
  const all = shown === 'all-groups';
  const { rows, counts, comparison } = reply;
  const figures = [...rows, ...reply.unknown].map(({ estimate }) => estimate);
  const top = rows.slice(0, TOP);
  const { indicator, ...query } = reply.query;
  const [one] = areaWords(query.areaType);
  return (
    <ChartFrame
      title={titleOf(reply)}
      measure={`${reply.title}${adjustmentWords(reply)}.${referenceWords(reply)}`}
      basis={basesOf(figures)}
      source={<SourceLine source={definition.source} />}
      busy={busy}
      controls={<RowsSwitch shown={shown} one={one} onShow={onShow} />}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.reachCsv(indicator, { ...query, ...release })}
            text="Download the list (CSV)"
          />
        </p>
      }
    >
      <SyntheticLine figures={figures} />
      {rows.length === 0 ? (
        <p>{reply.reference.reason ?? 'No group with a figure was short of it.'}</p>
      ) : shown === 'wards' ? (
        <ReachAreas reply={reply} />
      ) : (
        <>
          <p className="reach__top">
            The first {countOf(top.length, 'row', 'rows')} needed{' '}
            <strong>{formatNumber(peopleNeeded(top), 0)} people</strong>; all {formatNumber(rows.length, 0)}{' '}
            rows together {formatNumber(reply.needed, 0)}.
          </p>
          <ReachRows rows={all ? rows : rows.slice(0, FIRST)} reply={reply} />
          {rows.length > FIRST && (
            <ChoiceForm asks={['rows']} hasButton={false}>
              <button
                type="submit"
                name="rows"
                value={all ? 'groups' : 'all-groups'}
                className="quiet-button"
                onClick={() => onShow(all ? 'groups' : 'all-groups')}
              >
                {all ? `Show the first ${FIRST}` : `Show all ${formatNumber(rows.length, 0)} rows`}
              </button>
            </ChoiceForm>
          )}
        </>
      )}
      <p className="uptake__note">
        {countsWords(counts)} {countOf(comparison.compared, 'row was', 'rows were')} tested here; if each were
        tested by itself, chance alone would flag about {expectedWords(comparison.expectedByChance)}.{' '}
        {comparison.test}.{roundedWords(reply.roundedTo)}
      </p>
      {reply.unknown.length > 0 && (
        <details className="as-table">
          <summary>People whose ethnic group is not known, in no sum above</summary>
          <ReachRows rows={reply.unknown} reply={reply} />
          <p className="uptake__note">{countsWords(reply.unknownCounts)}</p>
        </details>
      )}
      <ReachNotCompared reply={reply} />
    </ChartFrame>
  );
}

/** Of real figures the first row is named; of made-up ones nothing is claimed. */
function titleOf(reply: ReachReply): string {
  const { rows, query, reference, ageAdjusted } = reply;
  const [one] = areaWords(query.areaType);
  const [first] = rows;
  if (first === undefined || first.basis === 'synthetic' || reference.value === undefined)
    return `People not reached, by ${one} and group`;
  const told = `Most people not reached: ${first.label} in ${first.area.name}, ${formatNumber(first.needed.value, 0)}`;
  return `${withAge(told, query.period, reply)}${adjustmentWords({ ageAdjusted })}`;
}

interface RowsSwitchProps {
  readonly shown: ReachRowsShown;
  readonly one: string;
  onShow(rows: ReachRowsShown): void;
}

const RowsSwitch = ({ shown, one, onShow }: RowsSwitchProps) => (
  <ChoiceForm className="controls" asks={['rows']} hasButton={false}>
    <fieldset className="switch" aria-label="Rows">
      {[
        { text: `By ${one} and group`, value: 'groups' as const },
        { text: `By ${one}`, value: 'wards' as const },
      ].map(({ text, value }) => (
        <button
          key={text}
          type="submit"
          name="rows"
          value={value}
          className="switch__item switch__button"
          aria-pressed={(shown === 'wards') === (value === 'wards')}
          onClick={() => onShow(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  </ChoiceForm>
);

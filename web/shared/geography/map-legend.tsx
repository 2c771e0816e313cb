import './map-legend.css';
import type { AreaType } from '../../../server/contract/dimensions.ts';
import type { AreaEstimate } from '../../../server/contract/estimate.ts';
import type { IndicatorAreasReply, IndicatorReply } from '../../../server/contract/replies.ts';
import { VerdictMark } from '../ui/verdict-mark.tsx';
import type { View } from '../url/question.ts';
import { areaWords, legendWords } from '../words/area-words.ts';
import { countOf, formatNumber, formatValue, type WrittenMeasure } from '../words/format.ts';
import { PROVEN_RULE, roundedWords } from '../words/rounded-words.ts';
import { type ValueClass, valueClasses, verdictCounts } from './legend.ts';
import { withoutFigureCounts } from './without-figure.ts';

/** Figures with what they mean. */
interface Picture {
  readonly definition: IndicatorReply;
  readonly reply: IndicatorAreasReply;
}

export function MapLegend({ picture, view }: { picture: Picture; view: View }) {
  return (
    <div className="legend">
      {view === 'verdict' ? <VerdictLegend picture={picture} /> : <ValueLegend picture={picture} />}
      <WithoutFigureLegend areas={picture.reply.areas} areaType={picture.reply.query.areaType} />
    </div>
  );
}

const ValueLegend = ({ picture: { definition, reply } }: { picture: Picture }) => (
  <>
    <ClassLegend {...reply} areaType={reply.query.areaType} measure={definition} />
    {definition.scaleNote !== null && <p className="legend__note">{definition.scaleNote}.</p>}
  </>
);

interface ClassLegendProps extends Pick<IndicatorAreasReply, 'benchmark' | 'breaks'> {
  readonly areas: readonly AreaEstimate[];
  readonly areaType: AreaType;
  readonly measure: WrittenMeasure & { readonly scaleReversed?: boolean };
}

/** The classes of values with their colours, how many areas are in each, and where the whole place lies. */
export function ClassLegend({ areas, benchmark, breaks, areaType, measure }: ClassLegendProps) {
  const classes = valueClasses(areas, benchmark, breaks, measure);
  const words = legendWords(areaType);
  return (
    <ol className="legend__classes" aria-label="Colours of the map">
      {classes.map((item, index) => (
        <LegendClass
          key={item.label}
          item={item}
          late={index + (item.benchmarkAt ?? 0) > classes.length / 2}
          words={words}
          benchmark={
            benchmark?.status === 'shown' ? `${benchmark.name} ${formatValue(benchmark.value, measure)}` : ''
          }
        />
      ))}
    </ol>
  );
}

interface LegendClassProps {
  readonly item: ValueClass;
  /** In the upper half of the scale, where the words of the average stand to its left. */
  readonly late: boolean;
  readonly words: readonly [string, string];
  readonly benchmark: string;
}

function LegendClass({ item, late, words, benchmark }: LegendClassProps) {
  const at = item.benchmarkAt;
  return (
    <li className="legend__class">
      {at !== undefined && (
        <span
          className={late ? 'legend__average legend__average--late' : 'legend__average'}
          style={{ left: `${at * 100}%` }}
        >
          {benchmark}
        </span>
      )}
      <span className="legend__fill" style={{ background: item.fill }} />
      <span className="legend__label">{item.label}</span>
      <span className="legend__count">{countOf(item.areas, ...words)}</span>
    </li>
  );
}

function VerdictLegend({ picture: { reply } }: { picture: Picture }) {
  const { comparison } = reply;
  const words = areaWords(reply.query.areaType);
  // Both ways and neither, in the words there are for this indicator, whether or not any area is so.
  const isDirection = reply.areas.some(({ verdict }) => verdict === 'higher' || verdict === 'lower');
  const expected: readonly string[] = isDirection
    ? ['higher', 'similar', 'lower']
    : ['better', 'similar', 'worse'];
  return (
    <>
      <ul className="legend__verdicts" aria-label={`Colours of the map: against ${comparison.against}`}>
        {verdictCounts(reply.areas)
          .filter(({ verdict, areas }) => areas > 0 || expected.includes(verdict))
          .map(({ verdict, areas }) => (
            <li key={verdict}>
              <VerdictMark verdict={verdict} />{' '}
              <span className="legend__count">{countOf(areas, ...words)}</span>
            </li>
          ))}
      </ul>
      <p className="legend__note">
        Against {comparison.against}. {countOf(comparison.compared, 'area was', 'areas were')} compared; if
        each were tested by itself, chance alone would flag about{' '}
        {formatNumber(comparison.expectedByChance, 0)}. {PROVEN_RULE}
        {roundedWords(comparison.roundedTo)}
      </p>
    </>
  );
}

type WithoutFigureProps = Pick<ClassLegendProps, 'areas' | 'areaType'>;

export function WithoutFigureLegend({ areas, areaType }: WithoutFigureProps) {
  const words = areaWords(areaType);
  const present = withoutFigureCounts(areas);
  if (present.length === 0) return null;
  return (
    <ul className="legend__without" aria-label="Areas without a figure">
      {present.map(({ pattern, text, areas: count }) => (
        <li key={pattern}>
          <span className={`legend__swatch legend__swatch--${pattern}`} /> {text}{' '}
          <span className="legend__count">{countOf(count, ...words)}</span>
        </li>
      ))}
    </ul>
  );
}

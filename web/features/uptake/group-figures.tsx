import type { Estimate } from '../../../server/contract/estimate.ts';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatFraction, type WrittenMeasure } from '../../shared/words/format.ts';
import type { FiguresAt } from './figures-at.ts';
import { GroupPlot } from './group-plot.tsx';

interface GroupFiguresProps {
  readonly label: string;
  readonly at: FiguresAt;
  readonly measure: WrittenMeasure;
  readonly chosen: string | undefined;
}

/** Groups at one date beside everyone in the area. */
export const GroupFiguresChart = ({ label, at, measure, chosen }: GroupFiguresProps) => (
  <>
    <GroupPlot
      label={label}
      rows={at.figures.map(({ group, label: name, estimate }) => ({
        id: group,
        name,
        chosen: group === chosen,
        drawn: estimate,
        beside: at.whole?.estimate ?? null,
        value: (
          <>
            <strong>{valueWords(estimate, measure)}</strong> {intervalWords(estimate, measure)}
          </>
        ),
        small: <People estimate={estimate} />,
      }))}
    />
    {at.whole && <p className="uptake__note">The upright line: {at.whole.label}.</p>}
  </>
);

function People({ estimate }: { estimate: Estimate }) {
  if (estimate.status !== 'shown') return estimate.explanation;
  const { numerator, denominator } = estimate;
  return (
    <>
      {numerator !== undefined && denominator !== undefined && (
        <>{formatFraction(numerator, denominator)} people </>
      )}
      {isSynthetic(estimate) && <SyntheticMark />}
    </>
  );
}

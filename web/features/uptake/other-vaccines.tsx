import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { isOfficial } from '../../shared/words/meaning.ts';
import { PlaceTrends } from './place-trends.tsx';
import type { Area } from './question.ts';
import type { useTargets } from './use-targets.ts';
import { careHomeIndicators, fluIndicators } from './vaccines.ts';

export interface OtherVaccinesProps {
  readonly indicators: readonly IndicatorSummary[];
  readonly place: Area;
  readonly release: { readonly release?: number };
  readonly targets: ReturnType<typeof useTargets>;
}

const sections = [
  {
    title: 'Care homes and home care, March 2021',
    words: 'First COVID-19 doses as care providers reported them. They are in none of the figures above.',
    ids: careHomeIndicators,
  },
  { title: 'Flu', words: 'Each winter.', ids: fluIndicators },
] as const;

/** Vaccines published for the whole place only, real figures alone; a section none of which is held is left out. */
export function OtherVaccines({ indicators, place, release, targets }: OtherVaccinesProps) {
  const real = indicators.filter(isOfficial);
  return (
    <>
      {sections
        .filter(({ ids }) => ids.some((id) => real.some((one) => one.id === id)))
        .map(({ title, words, ids }) => (
          <section key={title} className="uptake__other">
            <h2>{title}</h2>
            <p className="uptake__note">
              {words} {place.name} as a whole.
            </p>
            <PlaceTrends ids={ids} indicators={real} place={place.code} release={release} targets={targets} />
          </section>
        ))}
      <p className="uptake__note">
        Each line over time runs from the lowest figure drawn to the highest, not from zero.
      </p>
    </>
  );
}

/** Ages and sexes side by side in one area: real figures, each difference with its answer. Pure. */

import { ageField } from '../../contract/ages.ts';
import type { AgesAndSexesReply, GapSide, SidesRow } from '../../contract/ages-and-sexes.ts';
import { sidesTitle } from '../../contract/ages-and-sexes.ts';
import { type Basis, peopleApart } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import { missing } from '../../contract/without-figure.ts';
import { referencePlace, sideCandidates } from '../../judge/candidates/of-ages-and-sexes.ts';
import { isTested } from '../../judge/figures/two-figures.ts';
import type { SidesQuestion } from '../../judge/groups/ages-and-sexes.ts';
import type { AreaToRead } from '../../judge/groups/area-to-read.ts';
import type { Judgement } from '../../judge/judgement.ts';
import { answerTo, lookUp } from '../../judge/look-up.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { StoredEstimate } from '../../judge/release/stored.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { sidesOpening } from './ages-and-sexes-opening.ts';

export interface AgesAndSexesQuestion {
  readonly area: AreaToRead;
  readonly release: number;
  readonly asOf: string;
  readonly judgement: Judgement;
  readonly questions: readonly SidesQuestion[];
}

type Stored = StoredEstimate & { readonly series_id: number };

export function agesAndSexesView(
  { area, release, asOf, judgement, questions }: AgesAndSexesQuestion,
  stored: readonly Stored[],
): AgesAndSexesReply {
  const byKey = new Map(stored.map((row) => [keyOf(row.series_id, row.area_code, row.period), row]));
  const figuresIn = ({ sides, period }: SidesQuestion, code: string): Estimate[] =>
    sides.map(({ series }) => {
      const row = byKey.get(keyOf(series.id, code, period));
      return row === undefined ? missing('not-available') : estimateView(row);
    });
  const sections = peopleApart.flatMap(({ id: by }) => {
    const rows = questions
      .filter((question) => question.by === by)
      .flatMap((question) => {
        const figures = figuresIn(question, area.code);
        // What nobody collects here, or is made up here, is no row.
        if (!figures.some((one) => one.status === 'shown') || figures.some(isMadeUp)) return [];
        return [rowOf(question, figures, figuresIn, judgement, asOf)];
      });
    return rows.length === 0 ? [] : [{ by, title: sidesTitle(by, area.name), rows }];
  });
  return {
    release,
    query: { area: area.code },
    title: `Gaps by sex and by age in ${area.name}`,
    area: { code: area.code, name: area.name, type: area.type },
    opening: sidesOpening(sections, area.name),
    sections,
  };
}

const isMadeUp = (estimate: Estimate) => estimate.status === 'shown' && estimate.basis === 'synthetic';
const keyOf = (series: number, area: string, period: string) => `${series} ${area} ${period}`;

function rowOf(
  question: SidesQuestion,
  figures: readonly Estimate[],
  figuresIn: (question: SidesQuestion, code: string) => Estimate[],
  judgement: Judgement,
  asOf: string,
): SidesRow {
  const { indicator, period, sides, area, codes, by } = question;
  const own = sideCandidates(question, area.code, figures);
  const others = codes
    .filter((code) => code !== area.code)
    .flatMap((code) => sideCandidates(question, code, figuresIn(question, code)));
  const answers = lookUp([...own, ...others], judgement);
  const place = referencePlace(question, figures);
  const tests = new Set(own.flatMap(({ outcome }) => (isTested(outcome) ? [outcome.test] : [])));
  const on = { asOf };
  return {
    indicator: indicator.id,
    title: titleOf(indicator, stratumOf(question), period),
    shortTitle: indicator.shortTitle,
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    period,
    periodLabel: agedPeriodWords(indicator, period, on),
    ...ageField(period, datedBy(indicator, on)),
    basis: [...new Set<Basis>(figures.flatMap((one) => (one.status === 'shown' ? [one.basis] : [])))],
    source: `${indicator.source.publisher}: ${indicator.source.title}`,
    test: tests.size > 0 ? [...tests].join('; ') : 'None: see why beside each figure',
    sides: sides.map(({ id, label }, at): GapSide => {
      const [candidate, estimate] = [own[at], figures[at]];
      if (candidate === undefined || estimate === undefined) throw new Error('every side has a figure');
      const { outcome } = candidate;
      const reference = place === undefined ? undefined : sides[place]?.label;
      return {
        group: id,
        label,
        estimate,
        against: at === place ? '' : reference === undefined ? OTHERS_IN_WORDS[by] : lowerFirst(reference),
        ...(isTested(outcome) && {
          difference: {
            value: outcome.difference.value,
            lower95: outcome.difference.lower,
            upper95: outcome.difference.upper,
          },
        }),
        ...answerTo(candidate, answers),
      };
    }),
  };
}

const OTHERS_IN_WORDS = { age: 'people of all other ages', sex: 'the other sex' } as const;

/** Everybody the sides are of together. */
function stratumOf({ sides, by, indicator }: SidesQuestion) {
  const series = sides[0]?.series;
  const denominator = series?.denominator;
  return {
    populationGroup: indicator.populationGroups[0]?.id ?? 'all',
    ethnicGroup: 'all',
    ageBand:
      by === 'sex' ? (series?.age_band ?? 'all') : (indicator.populationGroups[0]?.ageBands[0] ?? 'all'),
    sex: 'all',
    deprivation: 'all',
    ...(denominator !== undefined && denominator !== '' && { denominator }),
  } as const;
}

/** The ledger of commitments: each with its gap at the start, its gap now, and where it stands. Pure. */
import { deprivationFifths, ethnicSchemes, labelOf, references } from '../../contract/dimensions.ts';
import type { DocumentOf } from '../../contract/documents/schemas.ts';
import type { LedgerEntry, LedgerReply } from '../../contract/ledger-reply.ts';
import { comparePeriods, parsePeriod } from '../../contract/periods.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { gapBetween } from '../../judge/figures/gap-between.ts';
import { type Part, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import type { AreaToRead } from '../../judge/groups/area-to-read.ts';
import { askedTogether } from '../../judge/groups/asked-together.ts';
import type { BreakdownContext } from '../../judge/groups/group-breakdown.ts';
import { groupFigures } from '../../judge/groups/group-figures.ts';
import { type GroupQuestion, groupQuestion, partsOfGroups } from '../../judge/groups/question.ts';
import { tried } from '../../judge/groups/questions-of-areas.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { MADE_UP_STANDING } from '../comparing/standing-by-date.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { type CommitmentStanding, STATUS_RULE, standingOf } from './commitment-status.ts';
import { answeredGroups } from './group-gaps.ts';

type Commitments = DocumentOf<'commitments'>;
export type Commitment = Commitments['commitments'][number];

/** A commitment with what its figures are; no question where there are no such figures. */
export interface LedgerQuestion {
  readonly commitment: Commitment;
  readonly indicator: Indicator;
  readonly area: AreaToRead;
  readonly question: GroupQuestion | undefined;
  readonly context: BreakdownContext;
}

export function ledgerQuestion(
  commitment: Commitment,
  indicator: Indicator,
  area: AreaToRead,
  context: BreakdownContext,
): LedgerQuestion {
  const { by, group, reference, ethnicScheme = 'census-2021-5', stratum = {} } = commitment;
  const { ethnicScheme: scheme = ethnicScheme, ...within } = stratum;
  const asked = { ...within, by, reference, ethnicScheme: scheme };
  const question = tried(() => groupQuestion(indicator, area, asked, context));
  const hasGroup = question?.breakdown.groups.some(({ id }) => id === group) === true;
  return { commitment, indicator, area, question: hasGroup ? question : undefined, context };
}

export function partsOfLedger({ question, commitment, context }: LedgerQuestion): Part[] {
  if (question === undefined) return [];
  const periods = [commitment.baselinePeriod, decidingOf(question, commitment.due)].filter(
    (one) => one !== undefined,
  );
  const together = periods.flatMap((period) => askedTogether(question, period, context));
  return together.flatMap((one) => partsOfGroups(one.breakdown));
}

export function ledgerView(
  document: Commitments,
  questions: readonly LedgerQuestion[],
  rows: readonly StoredFigure[],
  { release, asOf }: Pick<Snapshot, 'release' | 'asOf'>,
): LedgerReply {
  return {
    release,
    asOf,
    query: {},
    synthetic: document.synthetic,
    rule: STATUS_RULE,
    commitments: questions.map((one) => entryOf(document, one, rows, asOf)),
  };
}

/** The figures have their own dates; this is that of the fifths. */
const FIFTHS_OF = 'by fifths of the Indices of Deprivation 2025';

const EVERYONE = {
  populationGroup: 'all',
  ethnicGroup: 'all',
  ageBand: 'all',
  sex: 'all',
  deprivation: 'all',
} as const satisfies Stratum;

function entryOf(
  document: Commitments,
  asked: LedgerQuestion,
  rows: readonly StoredFigure[],
  asOf: string,
): LedgerEntry {
  const { commitment, indicator, area, question } = asked;
  const { baselinePeriod, targetGap: target, due, by, ethnicScheme = 'census-2021-5' } = commitment;
  const newest = question === undefined ? undefined : decidingOf(question, due);
  const baseline = question === undefined ? null : gapIn(asked, question, baselinePeriod, rows);
  const current =
    question === undefined || newest === undefined ? null : gapIn(asked, question, newest, rows);
  const { ageAdjusted } = question?.indicator ?? indicator;
  const told: CommitmentStanding =
    baseline === null || current === null
      ? { status: 'cannot-tell', reading: withoutGap(asked, baseline === null) }
      : standingOf({
          baseline,
          current,
          target,
          due,
          polarity: indicator.polarity,
          ageAdjusted,
          dated: datedBy(indicator, { asOf }),
        });
  const isSyntheticRow = [baseline, current].some((gap) => gap?.basis === 'synthetic');
  const standing = isSyntheticRow ? { ...told, reading: MADE_UP_STANDING } : told;
  const source = document.sources.find(({ id }) => id === commitment.source);
  const stratum: Stratum = question?.breakdown.stratum ?? { ...EVERYONE, ...commitment.stratum };
  return {
    id: commitment.id,
    words: commitment.words,
    owner: commitment.owner,
    due,
    source: source === undefined ? commitment.source : `${source.publisher}, ${source.title}`,
    synthetic: commitment.synthetic,
    indicator: indicator.id,
    title: [titleOf(indicator, stratum, newest), ...(by === 'deprivation' ? [FIFTHS_OF] : [])].join(', '),
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ageAdjusted,
    by,
    ...(by === 'ethnicGroup' && { ethnicScheme }),
    group: commitment.group,
    groupLabel: labelIn(commitment, commitment.group),
    reference: commitment.reference,
    referenceLabel: labelIn(commitment, commitment.reference),
    area: { code: area.code, name: area.name, type: area.type },
    baseline,
    current,
    target,
    ...standing,
  };
}

function labelIn({ by, ethnicScheme = 'census-2021-5' }: Commitment, group: string): string {
  const scheme = ethnicSchemes.find(({ id }) => id === ethnicScheme);
  const groups = by === 'deprivation' ? deprivationFifths : (scheme?.groups ?? []);
  return labelOf([...groups, ...references], group);
}

/** The first period with figures that ends on the due date or after; until there is one, the newest. */
function decidingOf({ breakdown }: GroupQuestion, due: string): string | undefined {
  const shown = breakdown.coverage.filter((row) => row.area_type === breakdown.areaType && row.shown > 0);
  const periods = shown.map((row) => row.period).sort(comparePeriods);
  return periods.find((period) => (parsePeriod(period)?.end ?? '') >= due) ?? periods.at(-1);
}

function gapIn(
  { commitment, indicator, context }: LedgerQuestion,
  question: GroupQuestion,
  period: string,
  rows: readonly StoredFigure[],
): LedgerEntry['baseline'] {
  const figures = new PartFigures(rows, question.roundedTo);
  const found = tried(() => groupFigures(question, figures, period));
  const place = question.breakdown.groups.findIndex(({ id }) => id === commitment.group);
  const own = found?.groups[place]?.counted;
  const compared = found?.references.of(place);
  if (found === undefined || own === undefined || compared?.counted === undefined || compared.isReference)
    return null;
  const together = askedTogether(question, period, context);
  const { candidates, answers } = answeredGroups(question, together, figures, period, found);
  const answer = answers.get(candidates[place]?.id ?? '');
  if (answer === undefined) throw new Error('every group has an answer');
  const { difference, people, basis } = gapBetween(own, compared.counted, indicator.polarity);
  return {
    ...answer,
    period,
    label: agedPeriodWords(indicator, period, question),
    difference,
    ...(people !== undefined && { people }),
    basis,
  };
}

function withoutGap({ question, commitment }: LedgerQuestion, isBaseline: boolean): string {
  const by = commitment.by === 'ethnicGroup' ? 'by ethnic group' : 'by deprivation';
  if (question === undefined) return `There are no figures of this indicator ${by} here.`;
  return isBaseline
    ? `The gap it starts from (${commitment.baselinePeriod}) is withheld or missing.`
    : 'The newest gap is withheld or missing.';
}

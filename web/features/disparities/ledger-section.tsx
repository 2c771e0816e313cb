import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  type Breakdown,
  breakdowns,
  type Course,
  courses,
  ethnicSchemes,
  labelOf,
} from '../../../server/contract/dimensions.ts';
import type { LedgerEntry } from '../../../server/contract/ledger-reply.ts';
import { paths } from '../../../server/contract/paths.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import { ledgerQueryOptions } from '../../shared/api/queries.ts';
import { IllustrativeMark } from '../../shared/documents/cited.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import { countOf, formatDay } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import type { DisparitiesSearch } from './disparities-search.ts';
import { formatSigned, signedWithLimits } from './gap-words.ts';
import { inSentence } from './in-sentence.ts';

interface LedgerSectionProps {
  /** How the page tells groups apart: commitments about other groups stand on the page of those. */
  readonly by: Breakdown;
  readonly release: { readonly release?: number };
  /** Leaves out commitments that nobody made, and those about synthetic figures. */
  readonly realOnly: boolean;
  /** A question with what every question of the page keeps. */
  onward(search: DisparitiesSearch): DisparitiesSearch;
}

/** What was promised, and where each gap stands; the status is the API's, never written by hand. */
export function LedgerSection({ by, release, realOnly, onward }: LedgerSectionProps) {
  const { data } = useQuery(ledgerQueryOptions(release));
  const told = data?.commitments.filter((entry) => !realOnly || isRealEntry(entry)) ?? [];
  if (data === undefined || told.length === 0) return null;
  const { own, elsewhere } = commitmentsBy(by, told);
  const grouped = lowerFirst(labelOf(breakdowns, by));
  return (
    <FoldSection
      id="ledger"
      className="gaps__section"
      title={`Commitments to narrow gaps by ${grouped}`}
      note={own.length === 0 ? 'none' : countOf(own.length, 'commitment', 'commitments')}
    >
      {own.some(({ synthetic }) => synthetic) && (
        <p className="notice">
          <IllustrativeMark /> Commitments so marked are made for demonstration: nobody has decided or
          promised them.
        </p>
      )}
      <ul className="ledger">
        {own.map((entry) => (
          <Commitment key={entry.id} entry={entry} onward={onward} />
        ))}
      </ul>
      {elsewhere.map(({ by: other, count }) => (
        <p key={other}>
          {countOf(count, 'commitment is', 'commitments are')} about gaps by{' '}
          {lowerFirst(labelOf(breakdowns, other))}:{' '}
          <Link to="/disparities" search={onward({ by: other })}>
            see {count === 1 ? 'it' : 'them'} with those gaps
          </Link>
          .
        </p>
      ))}
      {own.length > 0 && <p className="gaps__note">{data.rule}</p>}
      <p className="downloads">
        <DownloadLink href={paths.ledgerCsv(release)} text="Download every commitment (CSV)" />
      </p>
    </FoldSection>
  );
}

/** Made by somebody, about gaps that were counted. */
const isRealEntry = ({
  synthetic,
  baseline,
  current,
}: Pick<LedgerEntry, 'synthetic' | 'baseline' | 'current'>) =>
  !synthetic && [baseline, current].every((gap) => gap?.basis !== 'synthetic');

/** The commitments about groups the page tells apart, and how many there are about others. */
export function commitmentsBy<Entry extends Pick<LedgerEntry, 'by'>>(by: Breakdown, all: readonly Entry[]) {
  return {
    own: all.filter((entry) => entry.by === by),
    elsewhere: breakdowns.flatMap(({ id }) => {
      const count = all.filter((entry) => entry.by === id).length;
      return id === by || count === 0 ? [] : [{ by: id, count }];
    }),
  };
}

const marks: Readonly<Record<Course, string>> = {
  met: '✓',
  'on-course': '↗',
  'not-met': '✗',
  'not-on-course': '!',
  'date-passed': '…',
  'cannot-tell': '?',
};

function Commitment({ entry, onward }: { entry: LedgerEntry } & Pick<LedgerSectionProps, 'onward'>) {
  const { baseline, current, decimals, by, ethnicScheme, area, indicator, group, reference } = entry;
  const scheme = by === 'ethnicGroup' ? ` (${labelOf(ethnicSchemes, ethnicScheme ?? '')})` : '';
  return (
    <li>
      <div>
        <h3 className="ledger__words">
          {entry.words} {entry.synthetic && <IllustrativeMark />}
        </h3>
        <p className="gaps__note">
          {entry.title}. {entry.groupLabel}
          {scheme} against {inSentence(entry.referenceLabel)}, {area.name}. Answers for it: {entry.owner}. Due{' '}
          {formatDay(entry.due)}.
        </p>
        {current !== null && (
          <Link
            to="/disparities"
            search={onward({
              indicator,
              by,
              area: area.code,
              group,
              reference,
              ...(ethnicScheme && { ethnicScheme }),
            })}
          >
            See this gap
          </Link>
        )}
      </div>
      <div>
        <p className={`ledger__status ledger__status--${entry.status}`}>
          <span aria-hidden="true">{marks[entry.status]}</span> {labelOf(courses, entry.status)}
        </p>
        <dl className="facts">
          <LedgerGap name="Gap then" gap={baseline} entry={entry} />
          <LedgerGap name="Gap since" gap={current} entry={entry} />
          <div>
            <dt>Aimed for</dt>
            <dd>{formatSigned(entry.target, decimals)} points</dd>
          </div>
        </dl>
        <p className="gaps__note">{entry.reading}</p>
      </div>
    </li>
  );
}

interface GapProps {
  readonly name: string;
  readonly gap: LedgerEntry['current'];
  readonly entry: Pick<LedgerEntry, 'decimals' | 'ageAdjusted'>;
}

export function LedgerGap({ name, gap, entry }: GapProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {gap === null ? (
          'No figure'
        ) : (
          <>
            {signedWithLimits(gap.difference, entry.decimals)} points, {gap.label}
            {adjustmentWords(entry)} {gap.basis === 'synthetic' && <SyntheticMark />}{' '}
            <AnswerMark answer={gap} />
          </>
        )}
      </dd>
    </div>
  );
}

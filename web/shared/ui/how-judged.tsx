import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../server/contract/answer.ts';
import type { ComparisonsQuery } from '../../../server/contract/comparison-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import { comparisonsQueryOptions } from '../api/queries.ts';
import { judgedWords } from '../words/judged-words.ts';
import { DownloadLink } from './download-link.tsx';

interface HowJudgedProps {
  /** What stands on the page with a verdict, in its order. */
  readonly compared: readonly { readonly name: string; readonly answer: Answer }[];
  /** Which comparisons of the release those are among. */
  readonly query: ComparisonsQuery;
}

/** For whoever asks how a verdict came about: p of each comparison and, once it is opened, what its lists make of it. */
export function HowJudged({ compared, query }: HowJudgedProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  // It may have been opened before the page came alive.
  useEffect(() => setOpen(fold.current?.open === true), []);
  const tested = compared.filter(({ answer }) => answer.p !== undefined);
  const isJudged = tested.some(({ answer }) => answer.judged === 'judged');
  const { data } = useQuery({ ...comparisonsQueryOptions(query), enabled: isOpen && isJudged });
  if (tested.length === 0) return null;
  const lists = new Map(data?.comparisons.map((one) => [one.comparison, one.lists]));
  return (
    <details ref={fold} className="as-table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>How was this judged?</summary>
      <p>
        p says how often chance alone would bring a difference as large as this one, if there were none. A
        difference is proven where it is shown in every list it stands in: of its indicator, of its area and,
        where it has one, of its group. The more a list compares and the less it finds, the smaller p has to
        be. <Link to="/about/methods">The method in full</Link>.
      </p>
      <ul>
        {tested.map(({ name, answer }) => (
          <li key={answer.comparison}>
            <strong>{name}</strong>: {judgedWords(answer, lists.get(answer.comparison))}
          </li>
        ))}
      </ul>
      {isJudged && (
        <p className="downloads">
          <DownloadLink
            href={paths.comparisonsCsv(query)}
            text="Download every comparison with its lists (CSV)"
          />
        </p>
      )}
    </details>
  );
}

/** Parts of the question of the page of gaps. */
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { select, type Word } from '../../shared/question/selection.ts';
import { SpokenWord } from '../../shared/question/sentence.tsx';
import { CopyLink } from '../../shared/ui/copy-link.tsx';
import {
  type DisparitiesChange,
  type DisparitiesSearch,
  validateDisparitiesSearch,
} from './disparities-search.ts';
import { answeredSelection, withinGroups } from './gap-choices.ts';
import type { useAnswer } from './use-disparities.ts';

type Found = ReturnType<typeof useAnswer>;
const spoken: readonly Word[] = ['populationGroup', 'ageBand', 'sex', 'denominator', 'period'];

/** Who is compared and when, as words of the sentence; those with one possible value stay plain. */
export function WithinWords({
  found,
  onChange,
}: {
  found: Found;
  onChange(change: DisparitiesChange): void;
}) {
  const { answer } = found;
  const known = useMemo(() => {
    if (answer === undefined) return undefined;
    const definition = withinGroups(answer.definition, answer.reply);
    return { definition, selection: answeredSelection(answer.reply, definition) };
  }, [answer]);
  if (known === undefined) return null;
  const change = (word: Word, value: string) => {
    const next = select(known.definition, { ...known.selection, [word]: value }, word);
    if (next === undefined) return;
    const { populationGroup, ageBand, sex, denominator, period } = next;
    onChange(validateDisparitiesSearch({ populationGroup, ageBand, sex, denominator, period }));
  };
  return spoken.map((word) => (
    <SpokenWord
      key={word}
      word={word}
      definition={known.definition}
      selection={known.selection}
      place=""
      onChoose={(value) => change(word, value)}
    />
  ));
}

/** The whole question, nothing left to defaults, so that a copied link means the same later. */
export function LinkToAnswer({ found, search }: { found: Found; search: DisparitiesSearch }) {
  const router = useRouter();
  const { answer, group } = found;
  if (answer === undefined) return null;
  // The reply also echoes parts that this page does not choose.
  const { unread: _, ...whole } = validateDisparitiesSearch({
    ...search,
    ...answer.reply.query,
    ...(group && { group }),
  });
  const { publicHref } = router.buildLocation({ to: '/disparities', search: whole });
  return <CopyLink address={publicHref} />;
}

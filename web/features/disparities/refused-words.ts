/** What a question about gaps asks for and cannot have, in sentences. Pure. */
import {
  breakdowns,
  ethnicSchemes,
  fifthKinds,
  labelOf,
  references,
} from '../../../server/contract/dimensions.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { RefusedPart } from '../../shared/api/nearest-answer.ts';
import { named } from '../../shared/question/instead.ts';
import { inSentence } from './in-sentence.ts';

/** What the page shows, as the replies have it. */
export interface ShownGaps {
  readonly area: string;
  readonly query: {
    readonly by: string;
    readonly reference: string;
    readonly ethnicScheme?: string;
    readonly period?: string;
    readonly populationGroup?: string;
    readonly ageBand?: string;
    readonly sex?: string;
    readonly denominator?: string;
  };
  readonly groups: readonly { readonly group: string; readonly label: string }[];
}

const known = (
  terms: readonly { readonly id: string; readonly label: string }[],
  id: string,
  kind: string,
) => (terms.some((term) => term.id === id) ? lowerFirst(labelOf(terms, id)) : `${kind} called “${id}”`);

/** The part refused and what stands for it, as they read within the sentence. */
function sides({ field, value }: RefusedPart, { area, query, groups }: ShownGaps): readonly [string, string] {
  const groupOr = (id: string) => {
    const label = groups.find(({ group }) => group === id)?.label;
    return label === undefined ? known(references, id, 'a group') : inSentence(label);
  };
  switch (field) {
    case 'area':
      return [`an area called “${value}”`, area];
    case 'reference':
      return [`a comparison with ${groupOr(value)}`, `one with ${groupOr(query.reference)}`];
    case 'by':
      return [`groups by ${known(breakdowns, value, 'something')}`, byWords(query)];
    case 'ethnicScheme':
      return [`ethnic groups (${labelOf(ethnicSchemes, value)})`, byWords(query)];
    case 'fifths':
      return [known(fifthKinds, value, 'fifths'), 'the fifths there are'];
    case 'period':
    case 'populationGroup':
    case 'ageBand':
    case 'sex':
    case 'denominator':
      return [named(field, value), named(field, query[field] ?? '')];
    default:
      return [`“${value}”`, 'what there is'];
  }
}

const byWords = ({ by, ethnicScheme }: ShownGaps['query']) =>
  by === 'ethnicGroup' && ethnicScheme !== undefined
    ? `ethnic groups (${labelOf(ethnicSchemes, ethnicScheme)})`
    : `groups by ${lowerFirst(labelOf(breakdowns, by))}`;

/** One sentence for each part refused, however many replies refused it. */
export function refusedSentences(refused: readonly RefusedPart[], shown: ShownGaps): string[] {
  return [...new Map(refused.map((one) => [one.field, one])).values()].map((one) => {
    const [asked, instead] = sides(one, shown);
    return `There are no figures here for ${asked}. This page shows ${instead}.`;
  });
}

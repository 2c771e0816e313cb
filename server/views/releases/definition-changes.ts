/** What of an indicator's definition two releases do not share. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { ChangesReply } from '../../contract/changes-reply.ts';
import {
  aims,
  type DefinitionPart,
  definitionParts,
  kinds,
  labelOf,
  polarities,
  units,
} from '../../contract/dimensions.ts';
import type { Indicator } from '../../indicators/indicator.ts';

type PartChange = ChangesReply['definitions'][number]['parts'][number];

/** Each part in words; what has no words of its own is told by its name alone. */
const words: Readonly<Record<DefinitionPart, (indicator: Indicator) => string>> = {
  title: ({ title }) => title,
  polarity: ({ polarity }) => labelOf(polarities, polarity),
  kind: ({ kind }) => labelOf(kinds, kind),
  unit: ({ unit }) => labelOf(units, unit),
  counted: ({ counted }) => counted ?? 'nothing that could be counted',
  scale: ({ scale }) => scale?.note ?? 'none',
  age: ({ ageAdjusted }) =>
    ageAdjusted === null
      ? 'does not depend on age'
      : ageAdjusted
        ? 'adjusted for age'
        : 'not adjusted for age',
  caution: ({ caution }) => caution ?? 'none',
  aim: ({ aim }) => labelOf(aims, aim),
  'population-groups': ({ populationGroups }) =>
    populationGroups.map(({ id, membership }) => `${id}: ${membership}`).join('; '),
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  method: ({ method }) => method,
  source: ({ source }) => `${source.publisher}, ${source.title}, ${source.published}, ${source.licence}`,
  caveats: ({ caveats }) => caveats.join(' '),
  'disclosure-rule': ({ disclosureRule }) => disclosureRule,
  other: () => '',
};

/** Empty where nothing differs. */
export function definitionChanges(before: Indicator, after: Indicator): PartChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  const told = definitionParts
    .map(({ id }) => ({ part: id, before: words[id](before), after: words[id](after) }))
    .filter((one) => one.before !== one.after);
  return told.length > 0 ? told : [{ part: 'other', before: '', after: '' }];
}

/** Whether verdicts may differ for it: what is measured of whom, and which way is better. */
export const isMeantOtherwise = (before: Indicator, after: Indicator): boolean =>
  !isDeepStrictEqual(meaningOf(before), meaningOf(after));

/** The definition without what only tells about it. */
const meaningOf = ({
  title: _title,
  shortTitle: _shortTitle,
  caution: _caution,
  numerator: _numerator,
  denominator: _denominator,
  method: _method,
  source: _source,
  caveats: _caveats,
  notes: _notes,
  disclosureRule: _disclosureRule,
  decimals: _decimals,
  ...meaning
}: Indicator) => meaning;

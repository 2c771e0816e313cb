/** The words of a definition under the names Fingertips gives them. Pure. */
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { disclosureWords } from '../indicators/indicators-view.ts';
import type { Listed } from './listed.ts';

/** By name; what we have no words for is an empty text. */
export function metadataTexts({ indicator, name }: Listed, snapshot: Snapshot): Record<string, string> {
  const { source, shortTitle, title, numerator, denominator, method, caveats } = indicator;
  return {
    Name: name,
    NameLong: name,
    Definition: definitionWords(indicator),
    DataSource: source.title,
    IndicatorSource: `${source.publisher}, ${source.url}`,
    NumeratorDefinition: numerator,
    NumeratorSource: source.title,
    DenominatorDefinition: denominator,
    DenominatorSource: source.title,
    Methodology: method,
    DisclosureControl: disclosureWords(indicator, snapshot),
    Caveats: caveats.join(' '),
    Notes: notesOf(indicator),
    Copyright: source.licence,
    Reuse: source.licence,
    Links: source.url,
    SimpleName: shortTitle,
    SimpleDefinition: title,
  };
}

const definitionWords = ({ title, populationGroups }: Indicator) =>
  [`${title}.`, ...populationGroups.map(({ membership }) => membership)].join(' ');

function notesOf({ ageAdjusted, scale, caution, notes = [] }: Indicator): string {
  const age =
    ageAdjusted === false ? `Figures are ${NOT_ADJUSTED}: higher or lower, never better or worse.` : '';
  return [age, scale?.note ?? '', caution ?? '', ...notes.map(({ text }) => text)].filter(Boolean).join(' ');
}

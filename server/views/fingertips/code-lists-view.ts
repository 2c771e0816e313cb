/** The code lists as Fingertips answers them. Pure. */

import { ageRange } from '../../contract/age-bands.ts';
import {
  ageName,
  ageNumber,
  categoryTypes,
  comparatorMethods,
  intervalMethods,
  polarityNumbers,
  sexNumbers,
  unitNumbers,
  valueNotes,
  valueTypes,
  yearTypes,
} from '../../contract/fingertips/code-lists.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { judgedSeries, listedIndicators } from './listed.ts';

const namesOf = (terms: Iterable<{ readonly id: number; readonly name: string }>) =>
  [...terms].map(({ id, name }) => ({ Id: id, Name: name }));

/** The ages the release has figures of, youngest first. */
export function agesView(snapshot: Snapshot) {
  const bands = new Set(
    listedIndicators(snapshot).flatMap(({ indicator }) =>
      judgedSeries(indicator, snapshot).map(({ age_band }) =>
        age_band === 'all' ? (indicator.allAges ?? 'all') : age_band,
      ),
    ),
  );
  const ends = (band: string) => ageRange(band) ?? { from: 0, to: Infinity };
  return [...bands]
    .sort((a, b) => ends(a).from - ends(b).from || (ends(a).to < ends(b).to ? -1 : 1))
    .map((band, at) => ({ Id: ageNumber(band), Name: ageName(band), Sequence: at + 1 }));
}

export const sexesView = () => namesOf(Object.values(sexNumbers));
export const valueNotesView = () => Object.values(valueNotes).map(({ id, text }) => ({ Id: id, Text: text }));
export const valueTypesView = () => namesOf(Object.values(valueTypes));
export const yearTypesView = () => namesOf(Object.values(yearTypes));
export const polaritiesView = () => namesOf(Object.values(polarityNumbers));
export const comparatorMethodsView = () => namesOf(comparatorMethods);
export const intervalMethodsView = () => namesOf(Object.values(intervalMethods));
export const unitsView = () =>
  namesOf(Object.values(unitNumbers).map(({ id, label }) => ({ id, name: label })));

export const categoryTypesView = () =>
  categoryTypes.map(({ id, name, short, description, categories }) => ({
    Id: id,
    Name: name,
    Short: short,
    Description: description,
    Notes: '',
    Categories: categories.map((one) => ({
      Id: one.id,
      CategoryTypeId: id,
      Name: one.name,
      ShortName: one.name,
    })),
  }));

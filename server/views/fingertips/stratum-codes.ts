/** Who a series is about, in the codes of Fingertips. Pure. */
import type { Sex } from '../../contract/dimensions.ts';
import { ageName, ageNumber, categoryTypes, sexNumbers } from '../../contract/fingertips/code-lists.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { StoredStratum } from '../../judge/release/stored.ts';

export interface StratumCodes {
  readonly sex: { readonly id: number; readonly name: string };
  readonly age: { readonly id: number; readonly name: string };
  readonly category?: {
    readonly type: { readonly id: number; readonly name: string };
    readonly id: number;
    readonly name: string;
  };
}

/** Undefined for a stratum that no single category names, such as an ethnic group within a fifth of deprivation. */
export function stratumCodes(
  { allAges }: Pick<Indicator, 'allAges'>,
  stratum: StoredStratum,
): StratumCodes | undefined {
  const band = stratum.age_band === 'all' ? (allAges ?? 'all') : stratum.age_band;
  const about = {
    sex: sexNumbers[stratum.sex as Sex],
    age: { id: ageNumber(band), name: ageName(band) },
  };
  const keys = [stratum.ethnic_group, stratum.deprivation].filter((part) => part !== 'all');
  if (keys.length === 0) return about;
  if (keys.length > 1) return undefined;
  for (const type of categoryTypes) {
    const category = type.categories.find(({ key }) => key === keys[0]);
    if (category !== undefined) return { ...about, category: { type, id: category.id, name: category.name } };
  }
  return undefined;
}

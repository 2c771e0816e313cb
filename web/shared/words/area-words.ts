import type { AreaType } from '../../../server/contract/dimensions.ts';

const words: Record<AreaType, readonly [one: string, many: string]> = {
  ward: ['ward', 'wards'],
  lsoa: ['small area', 'small areas'],
  msoa: ['MSOA', 'MSOAs'],
  neighbourhood: ['neighbourhood', 'neighbourhoods'],
  borough: ['borough', 'boroughs'],
  region: ['region', 'regions'],
  country: ['country', 'countries'],
  pcn: ['primary care network', 'primary care networks'],
  trust: ['NHS trust', 'NHS trusts'],
  system: ['health and care system', 'health and care systems'],
  'other-borough': ['other borough', 'other boroughs'],
};

/** Short enough for a class of a legend on a phone. */
export const legendWords = (type: AreaType): readonly [one: string, many: string] =>
  type === 'neighbourhood' ? ['area', 'areas'] : words[type];

/** "ward" and "wards", short enough for titles and counts. */
export const areaWords = (type: AreaType) => words[type];

/** "Elm Hill (illustrative)", of an area that no official list knows. */
export const illustratedName = ({ name, illustrative = false }: Named) =>
  illustrative ? `${name} (illustrative)` : name;

interface Named {
  readonly name: string;
  readonly illustrative?: boolean;
}

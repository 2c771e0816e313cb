import type { AreaType } from '../../server/contract/dimensions.ts';

const words: Record<AreaType, readonly [one: string, many: string]> = {
  ward: ['ward', 'wards'],
  lsoa: ['small area', 'small areas'],
  msoa: ['MSOA', 'MSOAs'],
  neighbourhood: ['neighbourhood', 'neighbourhoods'],
  borough: ['borough', 'boroughs'],
  region: ['region', 'regions'],
  country: ['country', 'countries'],
};

/** "ward" and "wards", short enough for titles and counts. */
export const areaWords = (type: AreaType) => words[type];

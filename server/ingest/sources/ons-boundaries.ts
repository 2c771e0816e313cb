/** ONS boundary files in GeoJSON: any area type, any year; longitude and latitude (WGS 84). */
import type { AreaType } from '../../contract/dimensions.ts';
import { isListed, skipOutside } from '../place-filter.ts';
import type { BoundaryItem, Item, LoadContext, Source } from '../source.ts';
import { readText, type SourceFile } from '../source-file.ts';

const PREFIXES: Readonly<Record<string, AreaType>> = {
  WD: 'ward',
  LSOA: 'lsoa',
  MSOA: 'msoa',
  LAD: 'borough',
  LTLA: 'borough',
  RGN: 'region',
  CTRY: 'country',
};

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

export const onsBoundaries: Source = {
  id: 'ons-boundaries',
  title: 'ONS boundary file (GeoJSON, WGS 84) of any area type',
  async *read(file, context) {
    const features = await readFeatures(file, context);
    for (const [index, feature] of features.entries()) {
      context.tally.read++;
      yield* itemsOf(feature, index, file, context);
    }
  },
};

async function readFeatures(file: SourceFile, { problems }: LoadContext): Promise<Feature[]> {
  const before = problems.count;
  const pieces: string[] = [];
  for await (const piece of readText(file, 'a GeoJSON file', problems)) pieces.push(piece);
  if (problems.count > before) return [];
  let read: unknown;
  try {
    read = JSON.parse(pieces.join(''));
  } catch (error) {
    problems.add({
      file: file.name,
      expected: `the file is not JSON (${(error as Error).message}); is it cut short?`,
    });
    return [];
  }
  const { type, features } = read as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features) && features.length > 0) return features;
  problems.add({
    file: file.name,
    expected: 'expected a GeoJSON FeatureCollection with at least one feature',
  });
  return [];
}

function* itemsOf(feature: Feature, index: number, file: SourceFile, context: LoadContext): Generator<Item> {
  const refuse = (column: string, expected: string) =>
    context.problems.add({ file: file.name, row: index + 1, column, expected });
  const properties = feature.properties ?? {};
  const keys = Object.keys(properties);
  const codeKey = keys.find((key) => /^(WD|LSOA|MSOA|LAD|LTLA|RGN|CTRY)\d{2}CD$/i.test(key));
  if (codeKey === undefined) {
    refuse('properties', `expected the code of an area, such as WD25CD; found ${keys.join(', ') || 'none'}`);
    return;
  }
  const prefix = codeKey.slice(0, -4).toUpperCase();
  const type = PREFIXES[prefix] as AreaType;
  const edition = `20${codeKey.slice(-4, -2)}`;
  const code = String(properties[codeKey]);
  const nameKey = keys.find((key) => key.toUpperCase() === `${codeKey.slice(0, -2).toUpperCase()}NM`);
  const name = nameKey === undefined ? '' : String(properties[nameKey] ?? '').trim();
  if (name === '') refuse(`${codeKey.slice(0, -2)}NM`, `expected the name of ${code}`);
  if (!isInPlace(type, edition, code, properties, context)) {
    skipOutside(context, code, name);
    return;
  }
  const geometry = outline(feature.geometry, (expected) => refuse(`geometry of ${code}`, expected));
  yield { kind: 'area', type, edition, code, name };
  if (geometry !== undefined) yield { kind: 'boundary', type, edition, code, geometry };
}

/** A ward file names the borough of each ward; where a file does not, the place's own list of codes decides. */
function isInPlace(
  type: AreaType,
  edition: string,
  code: string,
  properties: Readonly<Record<string, unknown>>,
  context: LoadContext,
): boolean {
  const { place } = context;
  if (type === place.type) return code === place.code;
  const parent = place.parents.find((area) => area.type === type);
  if (parent !== undefined) return code === parent.code;
  const borough = Object.keys(properties).find((key) => /^(LAD|LTLA)(\d{2}CD|CD_ACTIVE)$/i.test(key));
  return borough === undefined ? isListed(type, edition, code, context) : properties[borough] === place.code;
}

function outline(
  geometry: Feature['geometry'],
  refuse: (expected: string) => void,
): BoundaryItem['geometry'] | undefined {
  const { type, coordinates } = geometry ?? {};
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    refuse(`expected a Polygon or MultiPolygon, found ${type ?? 'nothing'}`);
    return undefined;
  }
  const numbers = (coordinates as unknown[]).flat(type === 'Polygon' ? 2 : 3) as unknown[];
  const inDegrees = numbers.every((value, i) => Math.abs(Number(value)) <= (i % 2 === 0 ? 180 : 90));
  if (numbers.length < 8 || !inDegrees) {
    refuse(
      'expected longitude and latitude in degrees (WGS 84); is the file in metres of the National Grid?',
    );
    return undefined;
  }
  return { type, coordinates };
}

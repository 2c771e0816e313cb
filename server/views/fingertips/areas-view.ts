/** Areas and their types as Fingertips lists them. Pure. */
import { type AreaType, isServiceArea } from '../../contract/dimensions.ts';
import { areaTypeNumbers, type FingertipsAreaType } from '../../contract/fingertips/code-lists.ts';
import type { FingertipsArea } from '../../contract/fingertips/replies.ts';
import type { Place } from '../../contract/place.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { parentCodeOf } from './figures.ts';
import { areaTypeNumbered, areaTypeOf, listedIndicators, typesWithFigures } from './listed.ts';

interface OfPlace {
  readonly snapshot: Snapshot;
  readonly place: Place;
}

const shortView = ({ id, name, short }: FingertipsAreaType) => ({ Id: id, Name: name, Short: short });

export const areaTypeView = (type: FingertipsAreaType) => ({
  ...shortView(type),
  IsSearchable: !isServiceArea(type.type),
  CanBeDisplayedOnMap: !isServiceArea(type.type),
});

/** The types there are areas of, finest first. */
export const typesHeld = (of: OfPlace): FingertipsAreaType[] =>
  areaTypeNumbers.filter(({ type }) => areasOf(type, of).length > 0);

export const parentAreaTypesView = (of: OfPlace) =>
  typesHeld(of).map((type) => ({
    ...areaTypeView(type),
    ParentAreaTypes: typesHeld(of)
      .filter((parent) => parent !== type && childrenOf(type.type, parent.type, of).size > 0)
      .map(shortView),
  }));

/** The newest list of a type; the larger areas around the place are those it lies in. */
function areasOf(
  type: AreaType,
  { snapshot, place }: OfPlace,
): { readonly code: string; readonly name: string }[] {
  const edition = snapshot.editionOf(type);
  const listed = snapshot.areas.filter((area) => area.type === type && area.edition === edition);
  const around = place.parents.filter((one) => one.type === type);
  return [...new Map([...around, ...listed].map(({ code, name }) => [code, { code, name }])).values()];
}

const areaView = (
  { code, name }: { readonly code: string; readonly name: string },
  type: number,
  at: number,
): FingertipsArea => ({
  Code: code,
  Name: name,
  Short: name,
  AreaTypeId: type,
  Sequence: at + 1,
});

export function areasOfTypeView(number: number, of: OfPlace): FingertipsArea[] {
  const type = areaTypeNumbered(number);
  return type === undefined ? [] : areasOf(type.type, of).map((area, at) => areaView(area, type.id, at));
}

/** The areas within another; of the place, those it is compared with, where they are asked for as its neighbours. */
export function areasOfParentView(number: number, parent: string, of: OfPlace): FingertipsArea[] {
  const { place } = of;
  const type = areaTypeNumbered(number);
  if (type === undefined) return [];
  if (parent.startsWith('nn-')) {
    const isOfPlace = parent.endsWith(`-${place.code}`) && type.type === place.type;
    return isOfPlace ? peersOf(place).map((area, at) => areaView(area, type.id, at)) : [];
  }
  return areasOf(type.type, of)
    .filter(({ code }) => liesIn(code, parent, of))
    .map((area, at) => areaView(area, type.id, at));
}

function liesIn(code: string, parent: string, { snapshot, place }: OfPlace): boolean {
  const england = place.parents.find(({ type }) => type === 'country')?.code;
  if (code !== parent && parent === england) return true;
  return snapshot.areaOf(code)?.parents.some((one) => one.code === parent) === true;
}

const peersOf = ({ comparators }: Place) =>
  (comparators?.others ?? []).filter(({ code }) => comparators?.peers?.codes.includes(code) === true);

export function parentAreasView(
  code: string,
  types: readonly number[],
  of: OfPlace,
): Record<string, FingertipsArea> {
  const found = types.flatMap((number) => {
    const type = areaTypeNumbered(number);
    if (type === undefined) return [];
    const parent = areasOf(type.type, of).find((one) => liesIn(code, one.code, of));
    return parent === undefined ? [] : [[String(number), areaView(parent, type.id, 0)] as const];
  });
  return Object.fromEntries(found);
}

export function childAreasView(child: number, parent: number, of: OfPlace): Record<string, string[]> {
  const [smaller, larger] = [areaTypeNumbered(child), areaTypeNumbered(parent)];
  if (smaller === undefined || larger === undefined) return {};
  return Object.fromEntries(childrenOf(smaller.type, larger.type, of));
}

function childrenOf(child: AreaType, parent: AreaType, of: OfPlace): Map<string, string[]> {
  const england = of.place.parents.find(({ type }) => type === 'country')?.code;
  const children = new Map<string, string[]>();
  if (child === parent) return children;
  for (const { code } of areasOf(child, of)) {
    const within = parent === 'country' ? england : parentCodeOf(code, parent, of.snapshot);
    if (within === undefined || child === 'country') continue;
    children.set(within, [...(children.get(within) ?? []), code]);
  }
  return children;
}

/** Which indicator has figures of which type of area. */
export function availableView(
  {
    indicator,
    areaType,
  }: { readonly indicator?: number | undefined; readonly areaType?: number | undefined },
  { snapshot }: OfPlace,
) {
  const type = areaType === undefined ? undefined : areaTypeNumbered(areaType);
  if (areaType !== undefined && type === undefined) return [];
  return listedIndicators(snapshot)
    .filter(({ number }) => indicator === undefined || number === indicator)
    .flatMap((one) =>
      typesWithFigures(one, snapshot)
        .filter(({ id }) => type === undefined || id === type.id)
        .map(({ id }) => ({ IndicatorId: one.number, AreaTypeId: id })),
    );
}

/** The boroughs the place is set beside, where its file names those most like it. */
export function neighbourTypesView({ place }: OfPlace) {
  const peers = place.comparators?.peers;
  const type = areaTypeOf(place.type);
  if (peers === undefined || type === undefined) return [];
  const name = `Areas most like ${place.name}`;
  return [
    {
      NeighbourTypeId: 10001,
      Name: name,
      Description: peers.chosen,
      LinkText: name,
      SelectedText: name,
      ExtraLink: peers.url ?? '',
      ApplicableAreaTypes: [areaTypeView(type)],
    },
  ];
}

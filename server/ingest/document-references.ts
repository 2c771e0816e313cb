/** What a document names must exist: indicators, groups, areas, periods, its own sources. Pure. */
import { ageRange } from '../contract/age-bands.ts';
import { type AreaType, deprivationFifths, ethnicSchemes } from '../contract/dimensions.ts';
import { parsePeriod } from '../contract/periods.ts';
import { findIndicator, indicators } from '../indicators/catalogue.ts';
import type { DocumentFault } from './document-layout.ts';
import type { LoadContext } from './source.ts';

type Node = Readonly<Record<string, unknown>>;
interface Around extends Pick<LoadContext, 'areas' | 'place'> {
  readonly sources: readonly string[];
}
/** What is wrong with the value of a field, given the object it stands in; undefined where nothing is. */
type Check = (value: unknown, node: Node, around: Around) => string | undefined;

const REFERENCES = ['rest', 'largest', 'best'];
const DEFAULT_SCHEME = 'census-2021-5';

/** A field of one name means the same in every kind of document, so one table holds for all. */
const checks: Readonly<Record<string, Check>> = {
  indicator: (value) => unknownIndicator(value),
  indicators: (value) =>
    (value as readonly unknown[]).map(unknownIndicator).find((fault) => fault !== undefined),
  stratum: (value, { indicator }) => notAGroupOf(indicator, (value as Node).populationGroup),
  value: (_value, { indicator }) => withoutDirection(indicator),
  targets: (value) => toldTwice(value as readonly Node[]),
  synthetic: (value, node) => unlikeItsEntries(value, node),
  ethnicGroup: (value, { ethnicScheme }) =>
    value === 'all' ? undefined : notIn(groupsOf(ethnicScheme), value),
  group: (value, { by, scheme, ethnicScheme }) => notIn(groupsBy(by, scheme ?? ethnicScheme), value),
  reference: (value, { by, ethnicScheme, group }) => {
    if (value === group) return 'expected another group than the one whose gap it is';
    return notIn([...REFERENCES, ...groupsBy(by, ethnicScheme)], value);
  },
  baselinePeriod: (value) => notAPeriod(value),
  ageBand: (value) => notAnAgeBand(value),
  ageBands: (value) => (value as readonly unknown[]).map(notAnAgeBand).find((fault) => fault !== undefined),
  code: (value, { type }, around) => unknownArea(type, value, around),
  source: (value, _node, { sources }) => notIn(sources, value),
  type: (value, { indicators }) => brokenMethod(value, indicators),
  controlChart: (value, node) => wrongControlChart(value as Node, node),
  until: (value, { date }) =>
    String(value) < String(date) ? `expected a day not before ${String(date)}` : undefined,
};

/** @param body a document laid out as its kind should be. */
export function wrongReferencesOf(
  body: unknown,
  context: Pick<LoadContext, 'areas' | 'place'>,
): DocumentFault[] {
  const sources = ((body as Node).sources as readonly Node[]).map(({ id }) => String(id));
  return [...faultsIn(body, '', { areas: context.areas, place: context.place, sources })];
}

function* faultsIn(value: unknown, at: string, around: Around): Generator<DocumentFault> {
  if (Array.isArray(value)) {
    yield* twiceIn(value, at);
    for (const [index, one] of value.entries()) yield* faultsIn(one, `${at}[${index}]`, around);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    const path = at === '' ? field : `${at}.${field}`;
    const expected = checks[field]?.(inner, value as Node, around);
    if (expected !== undefined) yield { at: path, ...wordsOf(inner), expected };
    yield* faultsIn(inner, path, around);
  }
}

function* twiceIn(list: readonly unknown[], at: string): Generator<DocumentFault> {
  const ids = list.map((one) => (typeof one === 'object' && one !== null ? (one as Node).id : undefined));
  for (const [index, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (id === undefined || first === index) continue;
    yield {
      at: `${at}[${index}].id`,
      value: String(id),
      expected: `expected an id of its own; it is that of ${at}[${first}]`,
    };
  }
}

/** A value short enough to be read in one line; of a longer one the place says enough. */
function wordsOf(value: unknown): { value?: string } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? {} : { value: text };
}

const notIn = (known: readonly string[], value: unknown) =>
  known.includes(String(value)) ? undefined : `expected one of: ${known.join(', ')}`;

function unknownIndicator(id: unknown): string | undefined {
  if (findIndicator(String(id)) !== undefined) return undefined;
  return `there is no indicator "${String(id)}"; there are: ${indicators.map((one) => one.id).join(', ')}`;
}

function notAGroupOf(indicator: unknown, group: unknown): string | undefined {
  const groups = findIndicator(String(indicator))?.populationGroups.map(({ id }) => id);
  if (groups === undefined || group === undefined) return undefined;
  return notIn(groups, group)?.replace('expected', 'expected for populationGroup');
}

function withoutDirection(indicator: unknown): string | undefined {
  if (findIndicator(String(indicator))?.polarity !== 'neutral') return undefined;
  return 'neither high nor low is better for this indicator, so it can have no target';
}

/** A document is synthetic where any of its entries is: the mark at its head must not promise more, or less. */
function unlikeItsEntries(value: unknown, node: Node): string | undefined {
  if (!('kind' in node)) return undefined;
  const { synthetic: _, ...rest } = node;
  const any = JSON.stringify(rest).includes('"synthetic":true');
  return value === any
    ? undefined
    : `expected ${any}: ${any ? 'some' : 'none'} of its entries ${any ? 'are' : 'is'} synthetic`;
}

/** Two targets for one figure would leave readers to guess which holds. */
function toldTwice(targets: readonly Node[]): string | undefined {
  const about = targets.map(({ indicator, stratum = {}, area = {} }) =>
    JSON.stringify([indicator, Object.entries(stratum as Node).sort(), Object.entries(area as Node).sort()]),
  );
  const second = about.findIndex((key, index) => about.indexOf(key) !== index);
  if (second === -1) return undefined;
  const ids = targets.filter((_, index) => about[index] === about[second]).map(({ id }) => String(id));
  return `expected one target for one indicator, stratum and area; these are about the same: ${ids.join(', ')}`;
}

/** Areas have a type too: only that of an event is one of these. */
function brokenMethod(type: unknown, indicators: unknown): string | undefined {
  if (type !== 'method' || (indicators as readonly unknown[]).length > 0) return undefined;
  return 'expected the indicators whose method changed; there are none';
}

function wrongControlChart({ change }: Node, { indicators, until }: Node): string | undefined {
  if ((indicators as readonly unknown[]).length === 0)
    return 'expected the indicators whose control charts it changes; there are none';
  if (change === 'baseline' && until === undefined)
    return 'expected until, the last day of the baseline; it is missing';
  return undefined;
}

function groupsOf(scheme: unknown = DEFAULT_SCHEME): string[] {
  return ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id }) => id) ?? [];
}

function groupsBy(by: unknown, scheme: unknown): string[] {
  if (by !== 'deprivation') return groupsOf(scheme);
  return deprivationFifths.map(({ id }) => id).filter((id) => id !== 'all');
}

const notAPeriod = (value: unknown) =>
  parsePeriod(String(value)) === undefined
    ? 'expected a period such as 2021, 2024-25 or 2024-25-Q1'
    : undefined;

const notAnAgeBand = (value: unknown) =>
  ageRange(String(value)) === undefined ? 'expected an age band such as 0-15, 80-plus or all' : undefined;

function unknownArea(type: unknown, value: unknown, { areas, place }: Around): string | undefined {
  const code = String(value);
  const above = [place, ...place.parents].find((area) => area.type === type);
  if (above !== undefined) return above.code === code ? undefined : `expected ${above.code}, ${above.name}`;
  if (areas.hasCode(type as AreaType, code)) return undefined;
  return `no ${String(type)} of the place has this code; areas are loaded first`;
}

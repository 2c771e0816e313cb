/** What a feed tells of releases, from what changed between them and nothing else. Pure. */
import type { ReleaseWithVersions } from '../../../db/queries/releases.ts';
import type { StoredWithdrawal } from '../../../db/queries/withdrawals.ts';
import type { ChangesReply } from '../../contract/changes-reply.ts';
import { inWords } from '../../contract/phrases.ts';
import { dayInWords } from '../writing/words.ts';
import { type AtomEntry, atomOf } from './atom.ts';
import { changesSummary } from './changes-sentences.ts';
import { withdrawalsView, withdrawalWords } from './withdrawals-view.ts';

/** Whose changes are told: the place's, those of an indicator, or those of an area. */
export interface FeedSubject {
  /** Of the place, beside which ids stay apart from those of another. */
  readonly place: { readonly code: string; readonly name: string };
  readonly indicator?: { readonly id: string; readonly title: string; readonly dataset: string };
  readonly area?: { readonly code: string; readonly name: string };
}

export interface FeedAsked {
  readonly subject: FeedSubject;
  /** Newest first, and one more than are told of: what the last is compared with. */
  readonly releases: readonly ReleaseWithVersions[];
  /** What changed in a release since the one before, by its number; none where there is nothing to compare with. */
  readonly changes: ReadonlyMap<number, ChangesReply>;
  readonly withdrawals: readonly StoredWithdrawal[];
  /** Where the site lies. */
  readonly site: string;
  /** Where the feed is served. */
  readonly address: string;
}

export function feedView({ subject, releases, changes, withdrawals, site, address }: FeedAsked): string {
  const { place, indicator, area } = subject;
  const name = [place.code, 'changes', indicator?.id ?? area?.code ?? ''].join('/');
  const page = site + pageOf(subject);
  const told = releases.flatMap((release): AtomEntry[] => {
    const found = changes.get(release.id);
    const sentences = found === undefined ? firstOf(release, releases) : sentencesOf(found, subject);
    if (sentences.length === 0) return [];
    return [
      {
        name: `${name}/releases/${release.id}`,
        title: `Release ${release.id}, ${dayInWords(release.published_at)}`,
        updated: release.published_at,
        page: `${site}/changes?release=${release.id}`,
        sentences,
      },
    ];
  });
  const taken = takenBack(subject, releases, withdrawals).map(
    (one): AtomEntry => ({
      name: `${name}/withdrawals/${one.id}`,
      title: `Withdrawn on ${dayInWords(one.withdrawnAt)}`,
      updated: one.withdrawnAt,
      page,
      sentences: [`${withdrawalWords(one)}.`],
    }),
  );
  const entries = [...told, ...taken].toSorted((one, other) => (one.updated < other.updated ? 1 : -1));
  const about = indicator?.title ?? area?.name;
  const title = about === undefined ? 'releases and what changed' : `what changed in “${about}”`;
  return atomOf({
    name,
    title: `${place.name}: ${title}`,
    author: place.name,
    updated: entries[0]?.updated ?? releases[0]?.published_at ?? EPOCH,
    page,
    address,
    entries,
  });
}

/** Where nothing was ever published. */
const EPOCH = '1970-01-01T00:00:00Z';

const pageOf = ({ indicator, area }: FeedSubject): string => {
  if (indicator !== undefined) return `/indicators/${indicator.id}`;
  return area === undefined ? '/changes' : `/areas/${area.code}`;
};

/** Nothing came before the first release. */
const firstOf = ({ id }: ReleaseWithVersions, releases: readonly ReleaseWithVersions[]): string[] =>
  id === releases.at(-1)?.id && id === 1 ? ['The first release: there is none to compare it with.'] : [];

/** Withdrawals of figures that are not made for demonstration; of an indicator those out of its dataset. */
const takenBack = (
  { indicator }: FeedSubject,
  releases: readonly ReleaseWithVersions[],
  withdrawals: readonly StoredWithdrawal[],
) =>
  withdrawalsView(
    withdrawals,
    releases.flatMap(({ versions }) => versions),
  ).filter(({ versions }) =>
    versions.some(
      ({ synthetic, dataset }) => !synthetic && (indicator === undefined || dataset === indicator.dataset),
    ),
  );

/** Empty where the release changed nothing of the subject. A withdrawal is told of by itself, on its own day. */
function sentencesOf(all: ChangesReply, { indicator, area }: FeedSubject): string[] {
  const changes = { ...(indicator === undefined ? all : onlyOf(all, indicator.id)), withdrawals: [] };
  if (indicator !== undefined)
    return isNothing(changes)
      ? []
      : [...changesSummary(changes), ...changes.elsewhere.flatMap(elsewhereWords)];
  if (area !== undefined) return isNothing({ ...changes, elsewhere: [] }) ? [] : changesSummary(changes);
  const datasets = all.datasets.map(({ title }) => title);
  return [
    ...changesSummary(changes),
    ...(datasets.length === 0 ? [] : [`Published anew: ${inWords(datasets)}.`]),
  ];
}

const LISTS = [
  'newPeriods',
  'revisions',
  'withheld',
  'shown',
  'missing',
  'withdrawn',
  'verdicts',
  'definitions',
  'newIndicators',
  'discontinuedIndicators',
  'elsewhere',
] as const;

function onlyOf(changes: ChangesReply, id: string): ChangesReply {
  const lists = LISTS.map((list) => [list, changes[list].filter(({ indicator }) => indicator === id)]);
  return { ...changes, ...(Object.fromEntries(lists) as Pick<ChangesReply, (typeof LISTS)[number]>) };
}

/** Real changes only: of what is made for demonstration no feed speaks. */
const isNothing = (changes: ChangesReply): boolean =>
  LISTS.every((list) =>
    changes[list].every((one) =>
      'synthetic' in one ? one.synthetic : one.basis.every((basis) => basis === 'synthetic'),
    ),
  );

function elsewhereWords({ revised, withheld, shown }: ChangesReply['elsewhere'][number]): string[] {
  const counts = [
    ...(revised > 0 ? [`${revised} revised`] : []),
    ...(withheld > 0 ? [`${withheld} newly withheld`] : []),
    ...(shown > 0 ? [`${shown} newly shown`] : []),
  ];
  return [`Figures of other areas: ${inWords(counts)}.`];
}

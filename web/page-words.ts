/** What search engines and link previews are told of a page, from the replies it was drawn from. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { AreaIndicatorsReply } from '../server/contract/area-replies.ts';
import { paths } from '../server/contract/paths.ts';
import type { IndicatorReply } from '../server/contract/replies.ts';
import type { newRouter } from './router.tsx';
import { belowBase } from './shared/api/base-path.ts';
import {
  areaIndicatorsQueryOptions,
  areasQueryOptions,
  indicatorQueryOptions,
} from './shared/api/queries.ts';
import { siteName } from './shared/ui/place.ts';
import { releaseOf } from './shared/url/page-search.ts';

type SiteRouter = ReturnType<typeof newRouter>;

/** A sentence for each page; what is not named here has that of the site. */
const sentences: Readonly<Record<string, (place: string) => string>> = {
  '/map': (place) => `Official health figures on a map of ${place}: each area against the rest of it.`,
  '/fingertips': (place) => `Figures for ${place} in the form that clients of Fingertips ask for.`,
  '/find': (place) => `Areas, indicators and pages of ${place}, found by name.`,
  '/indicators': (place) => `Every measure held for ${place}, with its source and its newest period.`,
  '/board': (place) => `Are outcomes in ${place} moving, for whom, and are the gaps closing?`,
  '/board/pack': (place) => `The board pack of ${place}, to be printed.`,
  '/changes': (place) => `What changed in the figures for ${place} since an earlier release.`,
  '/disparities': (place) =>
    `How far apart groups of people in ${place} are, how sure that is, and how many people it is.`,
  '/data': (place) => `The datasets behind the figures for ${place}: versions, sources and downloads.`,
  '/plan': (place) => `What the partnership of ${place} plans, beside its figures, and how to have your say.`,
  '/vaccination': (place) => `Vaccine uptake in ${place} by area, group, age and time.`,
  '/vaccination-facts': (place) => `Facts about vaccination for people who live in ${place}.`,
  '/how-we-protect-people': () => 'How small counts are kept from telling of anybody.',
  '/about': (place) => `Contact, accessibility and privacy of this site about ${place}.`,
  '/about/methods': () => 'How figures, intervals and verdicts are worked out.',
};

const siteSentence = (place: string) =>
  `Health inequalities between the areas and communities of ${place}: who is missing out, by how much, and is it real?`;

interface PageWords {
  readonly description: string;
  readonly dataset?: Readonly<Record<string, unknown>>;
}

export function pageWordsOf(router: SiteRouter, client: QueryClient): PageWords {
  const match = router.state.matches.at(-1);
  const held = <Reply>(question: { readonly queryKey: QueryKey }) =>
    client.getQueryData<Reply>(question.queryKey);
  const place = client.getQueryData(areasQueryOptions('borough').queryKey)?.areas[0]?.name ?? 'one place';
  if (match?.routeId === '/areas/$code') {
    const question = areaIndicatorsQueryOptions(match.params.code, releaseOf(match.search));
    const area = held<AreaIndicatorsReply>(question)?.area;
    if (area !== undefined)
      return { description: `Health and what shapes it in ${area.name}, beside ${place} and England.` };
  }
  if (match?.routeId === '/indicators/$id') {
    const definition = held<IndicatorReply>(indicatorQueryOptions(match.params.id, releaseOf(match.search)));
    if (definition !== undefined)
      return {
        description: `${definition.title}: figures for ${place}, by area and over time. Source: ${definition.source.title}.`,
        dataset: datasetOf(definition, place),
      };
  }
  return { description: (sentences[match?.routeId ?? ''] ?? siteSentence)(place) };
}

/** https://schema.org/Dataset, as search engines for data read it. */
const datasetOf = (definition: IndicatorReply, place: string) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: `${definition.title}, ${place}`,
  description:
    `${definition.title}. Source: ${definition.source.title}. ${definition.caveats.join(' ')}`.trim(),
  identifier: definition.id,
  isAccessibleForFree: true,
  spatialCoverage: place,
  creator: { '@type': 'Organization', name: siteName(place) },
  isBasedOn: definition.source.url,
  license: definition.source.licence,
  distribution: [
    {
      '@type': 'DataDownload',
      encodingFormat: 'text/csv',
      contentUrl: belowBase(paths.indicatorAreasCsv(definition.id)),
    },
    {
      '@type': 'DataDownload',
      encodingFormat: 'application/json',
      contentUrl: belowBase(paths.indicatorAreas(definition.id)),
    },
  ],
});

import '../../shared/documents/document-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { labelOf, populationGroups } from '../../../server/contract/dimensions.ts';
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { allAreasQueryOptions, documentQueryOptions } from '../../shared/api/queries.ts';
import { Cited, IllustrativeNotice, SourceList } from '../../shared/documents/cited.tsx';
import { type NumberedSource, numbered } from '../../shared/documents/sources.ts';
import { usePlaceFigures } from '../../shared/documents/use-place-figures.ts';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { formatDay } from '../../shared/words/format.ts';
import { HaveYourSay } from './have-your-say.tsx';
import { Priorities } from './priorities.tsx';

const route = getRouteApi('/plan');

/** For residents and staff: what the partnership wants, how it is tracked, and how to be heard. */
export function PlanPage() {
  usePageTitle('The plan');
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(documentQueryOptions('plan', releaseOf(search)));
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/plan">See the plan as it is now</Link>}
      />
    );
  if (data === undefined) return <Loading what="the plan" />;
  return <Plan plan={data.document} number={data.release} asked={search.release} />;
}

interface PlanProps {
  readonly plan: DocumentOf<'plan'>;
  readonly number: number;
  /** The release the reader asked for; undefined for the newest. */
  readonly asked: string | undefined;
}

function Plan({ plan, number, asked }: PlanProps) {
  const release = releaseOf(asked === undefined ? {} : { release: asked });
  const figures = usePlaceFigures(release);
  const say = useQuery(documentQueryOptions('have-your-say', release)).data;
  const sources = numbered(plan.sources, [
    ...plan.vision,
    ...plan.reframed,
    ...plan.populationGroups,
    ...plan.aims,
    ...plan.priorities,
    ...plan.neighbourhoods,
    ...plan.partnerships,
  ]);
  return (
    <article className="plan">
      <div className="intro">
        <h1>{plan.title}</h1>
        <Paragraphs of={plan.vision} sources={sources} />
        <nav aria-label="On this page">
          <ul className="plan__contents">
            {CONTENTS.map(([id, words]) => (
              <li key={id}>
                <a href={`#${id}`}>{words}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {plan.synthetic && (
        <IllustrativeNotice>
          marks words made for demonstration, which nobody asserts. Everything else names its source.
        </IllustrativeNotice>
      )}
      <h2 id="reframed">Why the plan was framed anew</h2>
      <Paragraphs of={plan.reframed} sources={sources} />
      <h2 id="groups">Whom it is for</h2>
      <dl className="plan__groups">
        {plan.populationGroups.map((group) => (
          <div key={group.id}>
            <dt>{labelOf(populationGroups, group.id)}</dt>
            <dd>
              {group.words} <Cited entry={group} sources={sources} list="plan" />
            </dd>
          </div>
        ))}
      </dl>
      <h2 id="priorities">Four aims, their priorities and how we track them</h2>
      <p>
        Beside each priority stand the newest figures for the whole place. The links between priorities and
        indicators are ours.
      </p>
      <Priorities plan={plan} sources={sources} figures={figures} release={asked} />
      <h2 id="neighbourhoods">How neighbourhoods work together</h2>
      <Paragraphs of={plan.neighbourhoods} sources={sources} />
      <Partnerships plan={plan} sources={sources} asked={asked} />
      <h3>Sources of the plan</h3>
      <SourceList sources={sources} list="plan" />
      {say && <HaveYourSay words={say.document} figures={figures} release={asked} />}
      <p className="release-line">Words last reviewed on {formatDay(plan.date)}.</p>
      <ReleaseLine release={number} asked={asked} />
    </article>
  );
}

const CONTENTS = [
  ['reframed', 'Why the plan was framed anew'],
  ['groups', 'Whom it is for'],
  ['priorities', 'Aims, priorities and figures'],
  ['neighbourhoods', 'Neighbourhoods'],
  ['have-your-say', 'Have your say'],
] as const;

interface ParagraphsProps {
  readonly of: DocumentOf<'plan'>['vision'];
  readonly sources: readonly NumberedSource[];
}

const Paragraphs = ({ of, sources }: ParagraphsProps) =>
  of.map((entry) => (
    <p key={entry.words}>
      {entry.words} <Cited entry={entry} sources={sources} list="plan" />
    </p>
  ));

interface PartnershipsProps extends Pick<PlanProps, 'plan' | 'asked'> {
  readonly sources: readonly NumberedSource[];
}

/** Partnerships that do the same are told of once. */
function Partnerships({ plan, sources, asked }: PartnershipsProps) {
  const areas = useQuery(allAreasQueryOptions()).data?.areas ?? [];
  const made = new Set(areas.filter(({ illustrative = false }) => illustrative).map(({ code }) => code));
  const illustrated = plan.partnerships.filter(({ area }) => area !== undefined && made.has(area.code));
  return (
    <>
      <h3>Learning partnerships</h3>
      {illustrated.length > 0 && (
        <IllustrativeNotice>
          The partnerships are real. Which wards make up the areas that{' '}
          {inWords(illustrated.map(({ name }) => name))} lead to is made for demonstration, from no official
          list.
        </IllustrativeNotice>
      )}
      <dl className="plan__groups">
        {[...Map.groupBy(plan.partnerships, ({ words }) => words).values()].map((same) => (
          <div key={same[0]?.id}>
            <dt className="plan__names">
              {same.map((one) => (
                <PartnershipName key={one.id} partnership={one} asked={asked} />
              ))}
            </dt>
            <dd>
              {same[0]?.words} {same[0] && <Cited entry={same[0]} sources={sources} list="plan" />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface PartnershipNameProps extends Pick<PlanProps, 'asked'> {
  readonly partnership: DocumentOf<'plan'>['partnerships'][number];
}

function PartnershipName({ partnership: { name, area }, asked }: PartnershipNameProps) {
  if (area === undefined) return <span>{name}</span>;
  return (
    <Link
      to="/areas/$code"
      params={{ code: area.code }}
      search={asked === undefined ? {} : { release: asked }}
    >
      {name}
    </Link>
  );
}

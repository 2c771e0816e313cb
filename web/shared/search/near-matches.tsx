import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { allAreasQueryOptions, indicatorsQueryOptions } from '../api/queries.ts';
import { areaWords } from '../words/area-words.ts';
import { markedSynthetic } from '../words/meaning.ts';
import { searchable } from './match.ts';
import { nearest } from './nearest.ts';

/** "Did you mean ... or ...?", each a link; nothing where nothing is near. */
function DidYouMean({ links }: { readonly links: readonly { key: string; link: ReactNode }[] }) {
  if (links.length === 0) return null;
  return (
    <p>
      Did you mean{' '}
      {links.map(({ key, link }, at) => (
        <Fragment key={key}>
          {at > 0 && (at === links.length - 1 ? ' or ' : ', ')}
          {link}
        </Fragment>
      ))}
      ?
    </p>
  );
}

interface NearIndicatorsProps {
  readonly written: string;
  /** The page of an indicator, or another page that asks about one. */
  linkTo(indicator: { readonly id: string; readonly shortTitle: string }): ReactNode;
}

export function NearIndicators({ written, linkTo }: NearIndicatorsProps) {
  const held = useQuery(indicatorsQueryOptions()).data?.indicators ?? [];
  const near = nearest(written, held, ({ id, title, shortTitle }) => [id, title, shortTitle]);
  return (
    <DidYouMean
      links={near.map((one) => ({
        key: one.id,
        link: linkTo({ id: one.id, shortTitle: markedSynthetic(one.shortTitle, one) }),
      }))}
    />
  );
}

export function NearAreas({ written }: { readonly written: string }) {
  const held = searchable(useQuery(allAreasQueryOptions()).data?.areas ?? []);
  const near = nearest(written, held, ({ code, name }) => [code, name]);
  return (
    <DidYouMean
      links={near.map(({ code, name, type }) => ({
        key: code,
        link: (
          <Link to="/areas/$code" params={{ code }}>
            {name} ({areaWords(type)[0]} {code})
          </Link>
        ),
      }))}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inWords, lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { indicatorsQueryOptions, placeQueryOptions, releasesQueryOptions } from '../../shared/api/queries.ts';
import { answeredFor, type Reader, readers } from '../../shared/question/reader-questions.ts';
import { BasisList } from '../../shared/ui/basis-list.tsx';
import { usePageTitle, usePlace, usePlaceArea } from '../../shared/ui/place.ts';
import { countOf, formatDay } from '../../shared/words/format.ts';
import { isOfficial, markedSynthetic } from '../../shared/words/meaning.ts';
import { AtAGlance } from './at-a-glance.tsx';
import { Findings } from './findings.tsx';
import { hasSynthetic, officialHoldings, wardHoldings } from './holdings.ts';

export function HomePage() {
  usePageTitle();
  const place = usePlace();
  const reply = useQuery(placeQueryOptions()).data;
  const programme = reply?.place.programme ?? 'Community';
  const isAnyMadeUp = useQuery(indicatorsQueryOptions()).data?.indicators.some(hasSynthetic) ?? false;
  return (
    <>
      <div className="intro">
        <h1>Who in {place ?? 'this place'} is missing out, and by how much?</h1>
        <Holdings place={place ?? 'the place'} />
      </div>
      <AtAGlance place={place ?? 'The place'} />
      <div className="home-columns">
        <section aria-labelledby="questions">
          <h2 id="questions">Start from your question</h2>
          <div className="readers">
            {readers.map((reader) => (
              <ReaderCard key={reader.name} reader={reader} programme={programme} />
            ))}
          </div>
        </section>
        <Findings />
      </div>
      <div className="home-notes">
        <section>
          <h2>What stands behind a figure</h2>
          <p>
            {isAnyMadeUp && 'What is made for demonstration is marked wherever it is shown. '}
            Maps, pages of areas and of indicators, and files say of every figure which of these it is.
          </p>
          <BasisList />
        </section>
        <section>
          <h2>What we do not know</h2>
          <ul>
            <HeldByWard />
            <HeldByEthnicGroup place={place} />
            <li>How many people live with frailty in each ward: age 65 and over stands in for it.</li>
            {reply?.covid19Vaccination === true && (
              <li>
                How many people there are: the NHS register counts more than the Census did, so uptake depends
                on which is used.
              </li>
            )}
          </ul>
        </section>
      </div>
    </>
  );
}

/** Which real outcomes by ethnic group are held for the place, so that nobody takes the synthetic ones for them. */
function HeldByEthnicGroup({ place }: { readonly place: string | undefined }) {
  const held = useQuery(indicatorsQueryOptions()).data?.indicators;
  const type = usePlaceArea()?.type;
  if (held === undefined || type === undefined) return null;
  const outcomes = held.filter(
    ({ kind, ethnicGroups, areaTypes }) =>
      (kind === 'outcome' || kind === 'service') && ethnicGroups.length > 0 && areaTypes.includes(type),
  );
  const real = outcomes.filter(isOfficial);
  const told =
    real.length === 0
      ? `How health and care differ between ethnic groups in ${place ?? 'the place'}: no real figures are held`
      : `How other health and care differs between ethnic groups in ${place ?? 'the place'}: real figures are held of ${inWords(real.map(({ shortTitle }) => lowerFirst(shortTitle)))} only`;
  return (
    <li>
      {told}
      {outcomes.length > real.length && '; those shown are synthetic, made for demonstration'}.
    </li>
  );
}

/** Which real outcomes and services are held of wards, and how new the newest is. */
function HeldByWard() {
  const held = useQuery(indicatorsQueryOptions()).data?.indicators;
  return held === undefined ? null : <li>{wardHoldings(held)}</li>;
}

/** What is held, said so that it is true of all of it; nothing until it is known. */
function Holdings({ place }: { readonly place: string }) {
  const held = useQuery(indicatorsQueryOptions()).data?.indicators;
  const newest = useQuery(releasesQueryOptions()).data?.releases[0];
  if (held === undefined) return null;
  const synthetic = held.filter((one) => !isOfficial(one)).length;
  return (
    <>
      <p>{officialHoldings(held, place)}</p>
      {newest !== undefined && (
        <p className="intro__holdings">
          {countOf(held.length, 'indicator', 'indicators')}
          {synthetic > 0 && `, ${synthetic} of them synthetic,`} in release {newest.id}, published{' '}
          {formatDay(newest.publishedAt)}.
        </p>
      )}
    </>
  );
}

function ReaderCard({ reader, programme }: { reader: Reader; programme: string }) {
  const place = useQuery(placeQueryOptions()).data;
  const held = useQuery(indicatorsQueryOptions()).data?.indicators;
  const answered = answeredFor(
    reader,
    held?.map(({ id }) => id),
    place,
  );
  if (answered === undefined) return null;
  const { questions, pages } = answered;
  return (
    <section className="reader">
      <h3>{reader.name.replace('{programme}', programme)}</h3>
      <p>{reader.purpose}</p>
      <ul>
        {questions.map(({ text, search }) => (
          <li key={text}>
            <Link to="/map" search={search}>
              {questionText(text, search.indicator, held)}
            </Link>
          </li>
        ))}
        {pages.map(({ text, to }) => (
          <li key={text}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A question whose answer is made for demonstration says so. */
function questionText(text: string, id: string, held: readonly IndicatorSummary[] | undefined): string {
  const indicator = held?.find((one) => one.id === id);
  return indicator === undefined ? text : markedSynthetic(text, indicator);
}

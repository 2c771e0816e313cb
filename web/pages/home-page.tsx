import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { indicatorsQuery, releasesQuery } from '../api/queries.ts';
import { countOf, formatDay, inWords, lowerFirst } from '../format.ts';
import { BasisList } from '../ui/basis-list.tsx';
import { usePageTitle, usePlace, usePlaceArea } from '../ui/place.ts';
import { type Reader, readers } from './questions.ts';

export function HomePage() {
  usePageTitle();
  const place = usePlace();
  return (
    <>
      <div className="intro">
        <h1>Who in {place ?? 'this place'} is missing out, and by how much?</h1>
        <p>
          Figures on health and its causes for every ward, from official sources, each with its uncertainty
          and a plain word on whether the difference is real.
        </p>
        <Holdings />
      </div>
      <h2>Start from your question</h2>
      <div className="readers">
        {readers.map((reader) => (
          <ReaderCard key={reader.name} reader={reader} place={place ?? ''} />
        ))}
      </div>
      <div className="home-notes">
        <section>
          <h2>What stands behind a figure</h2>
          <p>Every figure says its basis, wherever it is shown.</p>
          <BasisList />
        </section>
        <section>
          <h2>What we do not know</h2>
          <ul>
            <li>Health outcomes by ward, and doses by small area after July 2021: none are published.</li>
            <HeldByEthnicGroup place={place} />
            <li>How many people live with frailty in each ward: age 65 and over stands in for it.</li>
            <li>
              How many people there are: the NHS register counts more than the Census did, so uptake depends
              on which is used.
            </li>
          </ul>
        </section>
      </div>
    </>
  );
}

/** Which real outcomes by ethnic group are held for the place, so that nobody takes the synthetic ones for them. */
function HeldByEthnicGroup({ place }: { readonly place: string | undefined }) {
  const held = useQuery(indicatorsQuery()).data?.indicators;
  const type = usePlaceArea()?.type;
  if (held === undefined || type === undefined) return null;
  const outcomes = held.filter(
    ({ kind, ethnicGroups, areaTypes }) =>
      (kind === 'outcome' || kind === 'service') && ethnicGroups.length > 0 && areaTypes.includes(type),
  );
  const real = outcomes.filter(({ basis }) => basis.some((one) => one !== 'synthetic'));
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

/** One calm line of what is held; nothing until it is known. */
function Holdings() {
  const held = useQuery(indicatorsQuery()).data?.indicators;
  const indicators = held?.length;
  const synthetic = held?.filter(({ basis }) => basis.every((one) => one === 'synthetic')).length ?? 0;
  const newest = useQuery(releasesQuery()).data?.releases[0];
  return (
    <p className="intro__holdings">
      {indicators !== undefined && newest !== undefined && (
        <>
          {countOf(indicators, 'indicator', 'indicators')}
          {synthetic > 0 && `, ${synthetic} of them synthetic,`} in release {newest.id}, published{' '}
          {formatDay(newest.publishedAt)}.
        </>
      )}
    </p>
  );
}

function ReaderCard({ reader, place }: { reader: Reader; place: string }) {
  const held = useQuery(indicatorsQuery()).data?.indicators.map(({ id }) => id);
  const questions = reader.questions.filter(({ search }) => held?.includes(search.indicator) ?? true);
  return (
    <section className="reader">
      <h3>{reader.name.replace('{place}', place).trim()}</h3>
      <p>{reader.purpose}</p>
      <ul>
        {questions.map(({ text, search }) => (
          <li key={text}>
            <Link to="/map" search={search}>
              {text}
            </Link>
          </li>
        ))}
        {reader.pages?.map(({ text, to }) => (
          <li key={text}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import './fingertips-page.css';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../server/contract/paths.ts';
import { belowBase } from '../../shared/api/base-path.ts';
import { usePageTitle, usePlace } from '../../shared/ui/place.ts';

/** The verdicts of files in the words of Fingertips, and what they say here. */
const words = [
  ['Better, Worse', 'Proven: more than chance, among everything compared with it.'],
  ['Higher, Lower', 'Proven, and neither good nor bad: causes of health, and figures not adjusted for age.'],
  ['Similar', 'Not beyond chance: no difference is proven. It does not say that the two are alike.'],
  [
    'Not compared',
    'Not tested: the release kept no verdict for it, as for an earlier period or for a ward against England.',
  ],
] as const;

const rScript = (base: string) => `library(fingertipsR)
path <- "${base}/fingertips/api/"
indicators <- indicators(ProfileID = 10001, path = path, proxy_settings = "none")
wards <- fingertips_data(IndicatorID = 100001, AreaTypeID = 8, ParentAreaTypeID = 502,
                         path = path, proxy_settings = "none")`;

const pythonScript = (base: string) => `from fingertips_py import api_calls, metadata, retrieve_data
for module in (api_calls, metadata, retrieve_data):
    module.base_url = "${base}/fingertips/api/"
wards = retrieve_data.get_data_by_indicator_ids([100001], 8, parent_area_type_id=502)`;

/** For analysts: the same calls that scripts send to Fingertips, to another address. */
export function FingertipsPage() {
  usePageTitle('Fingertips API');
  const place = usePlace() ?? 'this place';
  return (
    <article className="fingertips">
      <h1>Fingertips API</h1>
      <p>
        Scripts in R or Python that read Fingertips, the public-health profiles for England, can read the
        figures of {place} with the same calls: <code>fingertipsR</code> and <code>fingertips_py</code> need
        another address, and nothing else. Each call answers from the newest release. Pages, downloads and
        this address show the same figures; the <a href={belowBase(paths.docs())}>API of this site</a> has
        more of them, such as gaps with their limits.
      </p>
      <Examples />
      <Words />
      <Figures place={place} />
      <Limits />
    </article>
  );
}

/** The site's own address stands in the examples of a deployment; here it is a name to replace. */
const ADDRESS = 'https://the-address-of-this-site';

function Examples() {
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">Ask for wards</h2>
      <p>In R, where the proxy setting must be given, or the real Fingertips is asked first:</p>
      <pre>
        <code>{rScript(ADDRESS)}</code>
      </pre>
      <p>In Python:</p>
      <pre>
        <code>{pythonScript(ADDRESS)}</code>
      </pre>
      <p>
        Indicators, the profile (10001) and its groups have numbers of their own, above 10000, which are not
        those of Fingertips. Types of area, sexes and value notes keep theirs: wards 8, LSOA 4, MSOA 3,
        boroughs 502, regions 6, England 15.
      </p>
    </section>
  );
}

function Words() {
  return (
    <section aria-labelledby="words">
      <h2 id="words">What “Similar” means here</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {words.map(([word, meaning]) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Verdicts are those judged when the release was published (<Link to="/about/methods">Methods</Link>),
        never worked out anew for a call. The borough is compared with the rest of England and of its region;
        a ward with the rest of the borough, its other wards together. An ethnic group or a fifth of
        deprivation is compared with everyone else in the borough: its verdict stands in the line of the
        borough, in the column of the parent area. Columns on percentiles and goals are left unused.
      </p>
    </section>
  );
}

function Figures({ place }: { readonly place: string }) {
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">Figures that are not there, or not real</h2>
      <ul>
        <li>
          Withheld to protect people: an empty value, without counts or limits, and value note 101. It is not
          a zero. <Link to="/how-we-protect-people">How we protect people</Link>
        </li>
        <li>
          Not collected, not available, nobody to count, withdrawn: an empty value and a note of our own.
        </li>
        <li>
          Synthetic, made for demonstration: the note says so beside every figure, and the name of the
          indicator where all its figures are. They say nothing of {place}.
        </li>
        <li>Modelled by us from figures of other areas: the note says so; limits include the error of it.</li>
      </ul>
    </section>
  );
}

function Limits() {
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">What differs from Fingertips</h2>
      <ul>
        <li>
          Only one borough and its areas are held, with its region and England. At most 100 indicators can be
          named in one call.
        </li>
        <li>
          Ethnic groups keep number 33 for the five groups of Census 2021, and have numbers of ours for the
          nineteen groups and for the categories of the NHS. Categories are given at the ages each population
          group begins with; a file holds every age and sex of everyone.
        </li>
        <li>Where people can be counted in two ways, figures are among the population that is judged.</li>
        <li>
          Time period Sortable is year, quarter and month, as there; of figures as at a day it is year, month
          and day.
        </li>
        <li>An unknown indicator gives a header without lines as figures, and “not found” as metadata.</li>
        <li>
          These functions ask the real Fingertips whatever address they are given:{' '}
          <code>nearest_neighbours</code>, <code>deprivation_decile</code>, and in R{' '}
          <code>AreaTypeID = "All"</code>.
        </li>
      </ul>
    </section>
  );
}

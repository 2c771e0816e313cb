import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { labelOf, units } from '../../../server/contract/dimensions.ts';
import type { HomeReply } from '../../../server/contract/home-reply.ts';
import { homeQueryOptions } from '../../shared/api/queries.ts';
import { Sparkline, sparklineLook } from '../../shared/charts/sparkline.tsx';
import { ChangeMark } from '../../shared/ui/change-mark.tsx';
import { changeFrom } from '../../shared/words/change-words.ts';
import { basisWords, valueWords } from '../../shared/words/figure-words.ts';
import { shortLabel } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { rowName } from '../../shared/words/row-name.ts';

type Figure = HomeReply['glance'][number];

/** Six real figures of the whole place with their change; nothing where none is held. */
export function AtAGlance({ place }: { readonly place: string }) {
  const glance = useQuery(homeQueryOptions()).data?.glance ?? [];
  if (glance.length === 0) return null;
  return (
    <section className="glance" aria-labelledby="glance">
      <h2 id="glance">{place} at a glance</h2>
      <ul>
        {glance.map((figure) => (
          <GlanceFigure key={`${figure.indicator} ${figure.stratum.sex}`} figure={figure} />
        ))}
      </ul>
    </section>
  );
}

function GlanceFigure({ figure }: { readonly figure: Figure }) {
  const { latest, change, basis, populationGroup, stratum } = figure;
  const from = change === null ? '' : changeFrom(change, figure);
  return (
    <li>
      <Link
        to="/indicators/$id"
        params={{ id: figure.indicator }}
        search={{ populationGroup, ...(stratum.sex === 'all' ? {} : { sex: stratum.sex }) }}
      >
        {rowName(figure)}
      </Link>
      <p className="glance__value">
        <strong>{valueWords(latest, figure)}</strong>
        {figure.unit !== 'percent' && ` ${labelOf(units, figure.unit)}`}
      </p>
      <p className="glance__small">
        {shortLabel(figure.periodLabel)}
        {figure.age !== undefined && `, ${figure.age} years ago`}; {basisWords(latest).toLowerCase()}
        {adjustmentWords(figure)}
      </p>
      <Sparkline points={figure.sparkline} look={sparklineLook(basis, change?.verdict)} />
      <div className="glance__change">
        {change !== null && <ChangeMark change={change} />}
        {from !== '' && <span className="glance__small">{from}</span>}
      </div>
    </li>
  );
}

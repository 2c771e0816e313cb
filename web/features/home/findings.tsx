import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HomeReply } from '../../../server/contract/home-reply.ts';
import { homeQueryOptions } from '../../shared/api/queries.ts';
import { rowAnchor } from '../../shared/ui/opening-lines.tsx';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { formatDay } from '../../shared/words/format.ts';

/** What moved in more rows than these stands on the board. */
const MOST_LINES = 3;

/** What the real figures say first, each line leading to the page it is from. */
export function Findings() {
  const { data, error, refetch } = useQuery(homeQueryOptions());
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <div className="findings" aria-busy="true" />;
  return (
    <section className="findings" aria-labelledby="findings">
      <h2 id="findings">What the figures say first</h2>
      <Finding title="The widest difference">
        {data.widest === null ? (
          <p>No real difference that counts as better or worse is beyond chance.</p>
        ) : (
          <p>
            <WidestLink widest={data.widest} />
          </p>
        )}
        {data.betweenEthnicGroups !== null && (
          <p>
            <Link to="/disparities" search={{ by: 'ethnicGroup', figures: 'real' }}>
              {data.betweenEthnicGroups}
            </Link>
          </p>
        )}
        <p className="findings__rule">{data.widestRule}</p>
      </Finding>
      {data.wards.length > 0 && (
        <Finding title="Wards to look at">
          <ul>
            {data.wards.map(({ code, name, text }) => (
              <li key={code}>
                <Link to="/areas/$code" params={{ code }}>
                  {name}
                </Link>
                . {text}
              </li>
            ))}
          </ul>
          <p className="findings__rule">{data.wardsRule}</p>
        </Finding>
      )}
      {data.changed !== null && <Changed changed={data.changed} />}
    </section>
  );
}

const Finding = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="findings__one">
    <h3>{title}</h3>
    {children}
  </section>
);

/** To the row of the page it is from: that of a ward, or of the gaps between groups. */
function WidestLink({ widest }: { readonly widest: NonNullable<HomeReply['widest']> }) {
  const { between, area, row, indicator, group, text } = widest;
  return between === 'ward' ? (
    <Link to="/areas/$code" params={{ code: area }} hash={rowAnchor(row)}>
      {text}
    </Link>
  ) : (
    <Link
      to="/disparities"
      search={{ by: between, indicator, figures: 'real', ...(group !== undefined && { group }) }}
    >
      {text}
    </Link>
  );
}

function Changed({ changed }: { readonly changed: NonNullable<HomeReply['changed']> }) {
  const { since, lines, more } = changed;
  const left = Math.max(0, lines.length - MOST_LINES) + more;
  return (
    <Finding title={`Changed since ${formatDay(since.publishedAt)}`}>
      {lines.length === 0 && <p>No real figure, verdict or target on the board.</p>}
      <ul>
        {lines.slice(0, MOST_LINES).map(({ text, row }) => (
          <li key={row}>
            <Link to="/board" hash={rowAnchor(row)} search={{ figures: 'real' }}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/changes">
          {left > 0 ? `Everything that changed (${left} more on the board)` : 'Everything that changed'}
        </Link>
      </p>
    </Finding>
  );
}

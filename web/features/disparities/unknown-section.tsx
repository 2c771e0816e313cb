import type { DisparitiesReply } from '../../../server/contract/disparity-replies.ts';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { valueWords } from '../../shared/words/figure-words.ts';
import { countOf, formatInterval, formatNumber, formatValue } from '../../shared/words/format.ts';
import { isAllReal } from './answer-words.ts';

/** What we do not know: people of unknown ethnicity, groups that are withheld or missing, and what the figures leave out. */
export function UnknownSection({ reply }: { reply: DisparitiesReply }) {
  const { unknown, unknownReason, groups, coverage, notes } = reply;
  const hidden = groups.filter(({ status }) => status !== 'shown');
  return (
    <section className="gaps__section" aria-labelledby="not-known">
      <h2 id="not-known">What we do not know</h2>
      {unknown === null ? (
        unknownReason !== undefined && <p>{unknownReason}</p>
      ) : (
        <UnknownEthnicity reply={reply} unknown={unknown} />
      )}
      {hidden.length > 0 && (
        <ul>
          {hidden.map((group) => (
            <li key={group.group}>
              <strong>
                {group.label}: {valueWords(group, reply).toLowerCase()}.
              </strong>{' '}
              {group.status !== 'shown' && group.explanation}
            </li>
          ))}
        </ul>
      )}
      {isAllReal(reply) && coverage !== null && coverage.share < 99.95 && (
        <p>
          The groups shown cover {formatNumber(coverage.people, 0)} people,{' '}
          {formatValue(coverage.share, { unit: 'percent', decimals: 1 })} of everyone counted.
        </p>
      )}
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

type Unknown = NonNullable<DisparitiesReply['unknown']>;

function UnknownEthnicity({ reply, unknown }: { reply: DisparitiesReply; unknown: Unknown }) {
  const { trend, populationShare } = unknown;
  return (
    <>
      {unknown.reading !== '' && <p>{unknown.reading}</p>}
      <div className="unknown">
        <div>
          <p className="unknown__share">
            {populationShare === null
              ? 'Not shown'
              : formatValue(populationShare, { unit: 'percent', decimals: 1 })}
          </p>
          <p className="gaps__note">of the people counted have no recorded ethnicity</p>
          {trend.length > 1 && <UnknownTrend trend={trend} />}
        </div>
        <WideTable label="Between which figures each group lies, whoever the unknown are">
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Figure of those recorded</th>
              <th scope="col">Lowest to highest, whoever is unknown</th>
            </tr>
          </thead>
          <tbody>
            {reply.groups.map((group) => (
              <tr key={group.group}>
                <th scope="row">{group.label}</th>
                <td>{valueWords(group, reply)}</td>
                <td>
                  {group.bounds === undefined
                    ? '–'
                    : formatInterval(group.bounds.lower, group.bounds.upper, reply)}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">Not stated or not known</th>
              <td>{valueWords(unknown.estimate, reply)}</td>
              <td>–</td>
            </tr>
          </tbody>
        </WideTable>
      </div>
    </>
  );
}

function UnknownTrend({ trend }: { trend: Unknown['trend'] }) {
  return (
    <>
      <Sparkline points={trend.map(({ populationShare }) => populationShare)} />
      <details className="as-table">
        <summary>Unknown ethnicity in {countOf(trend.length, 'period', 'periods')}</summary>
        <WideTable label="Share of unknown ethnicity over time">
          <tbody>
            {trend.toReversed().map(({ period, label, populationShare }) => (
              <tr key={period}>
                <th scope="row">{label}</th>
                <td>
                  {populationShare === null
                    ? 'Not shown'
                    : formatValue(populationShare, { unit: 'percent', decimals: 1 })}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </>
  );
}

import type { ReachReply, ReachRow } from '../../../server/contract/uptake-replies.ts';
import { ethnicityPhrase } from '../../shared/question/phrases.ts';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { AreaName } from './area-name.tsx';
import { neededLimits, neededWords } from './reach-words.ts';

interface ReachRowsProps {
  readonly rows: readonly ReachRow[];
  readonly reply: ReachReply;
}

/** A target is no group of people: nobody is worse than it. */
const AGAINST_A_TARGET = { worse: 'Short of it', better: 'Beyond it' } as const;

/** A table that fits a phone: limits stand under their figures. */
export function ReachRows({ rows, reply }: ReachRowsProps) {
  const [one] = areaWords(reply.query.areaType);
  const { ethnicScheme } = reply.breakdown;
  return (
    <table className="ruled reach" aria-label={`${reply.title}: people needed`}>
      <thead>
        <tr>
          <th scope="col">{one.charAt(0).toUpperCase() + one.slice(1)} and group</th>
          <th scope="col" className="reach__number">
            People needed
          </th>
          <th scope="col" className="reach__number">
            Uptake
          </th>
          <th scope="col">Against {reply.reference.label}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.area.code} ${row.group}`} data-area={row.area.code} data-group={row.group}>
            <th scope="row">
              <AreaName {...row.area} />
              <span className="reach__small">
                {ethnicScheme === undefined ? row.label : ethnicityPhrase(`${ethnicScheme}/${row.group}`)}{' '}
                {row.basis === 'synthetic' && <SyntheticMark />}
              </span>
            </th>
            <td className="reach__number">
              <strong>{neededWords(row.needed)}</strong>
              <span className="reach__small">{neededLimits(row.needed)}</span>
            </td>
            <td className="reach__number">
              {valueWords(row.estimate, reply)}
              <span className="reach__small">{intervalWords(row.estimate, reply)}</span>
            </td>
            <td>
              <AnswerMark answer={row} words={AGAINST_A_TARGET} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

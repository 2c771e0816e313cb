import type { ReachReply } from '../../../server/contract/uptake-replies.ts';
import { areaWords } from '../../shared/words/area-words.ts';
import { formatNumber } from '../../shared/words/format.ts';
import { AreaName } from './area-name.tsx';

/** People needed of each area over the rows listed, and how many of its groups nobody can count. */
export function ReachAreas({ reply }: { reply: ReachReply }) {
  const [one] = areaWords(reply.query.areaType);
  const most = Math.max(...reply.areas.map(({ needed }) => needed), 1);
  return (
    <table className="ruled reach" aria-label={`${reply.title}: people needed by ${one}`}>
      <thead>
        <tr>
          <th scope="col">{one.charAt(0).toUpperCase() + one.slice(1)}</th>
          <th scope="col" className="reach__number">
            People needed
          </th>
          <th scope="col" className="reach__bars">
            <span className="nhsuk-u-visually-hidden">As a bar</span>
          </th>
          <th scope="col" className="reach__number">
            Groups short of it
          </th>
          <th scope="col" className="reach__number">
            Withheld
          </th>
        </tr>
      </thead>
      <tbody>
        {reply.areas.map(({ code, name, needed, counts }) => (
          <tr key={code} data-area={code}>
            <th scope="row">
              <AreaName code={code} name={name} />
            </th>
            <td className="reach__number">
              <strong>{formatNumber(needed, 0)}</strong>
            </td>
            <td className="reach__bars">
              <span className="reach__bar" style={{ width: `${(100 * needed) / most}%` }} />
            </td>
            <td className="reach__number">{counts.listed}</td>
            <td className="reach__number">{counts.withheld}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

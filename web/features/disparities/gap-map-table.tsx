import type { GapsReply } from '../../../server/contract/gap-replies.ts';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { basisWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatValue } from '../../shared/words/format.ts';
import { widestGapsFirst } from './area-order.ts';
import { GapMark } from './gap-mark.tsx';
import { peopleWords, ratioWithLimits, signedWithLimits } from './gap-words.ts';

/** Every area of the map as a row, the widest gap the wrong way first; what is not shown stays last. */
export function GapMapTable({ reply }: { reply: GapsReply }) {
  const { decimals, polarity } = reply;
  return (
    <WideTable label={`${reply.title}, as a table`}>
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">Figure</th>
          <th scope="col">Compared with</th>
          <th scope="col">Difference, points (95%)</th>
          <th scope="col">Ratio (95%)</th>
          <th scope="col">Verdict</th>
          <th scope="col">Behind the gap (95%)</th>
          <th scope="col">Basis</th>
        </tr>
      </thead>
      <tbody>
        {widestGapsFirst(reply).map((area) => (
          <tr key={area.code} data-code={area.code}>
            <th scope="row">{area.name}</th>
            <td>{valueWords(area, reply)}</td>
            <td>{area.gap.reference === undefined ? '–' : formatValue(area.gap.reference.value, reply)}</td>
            <td>
              {area.gap.difference === undefined ? '–' : signedWithLimits(area.gap.difference, decimals)}
            </td>
            <td>{area.gap.ratio === undefined ? '–' : ratioWithLimits(area.gap.ratio)}</td>
            <td>{area.status === 'shown' ? <GapMark gap={area.gap} /> : '–'}</td>
            <td>{area.gap.people === undefined ? '–' : peopleWords(area.gap.people, polarity)}</td>
            <td>{basisWords(area)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

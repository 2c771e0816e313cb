import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import type { AreasOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import type { IndicatorAreasReply } from '../../../server/contract/replies.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { basisWords, intervalWords, shortAgainst, valueWords } from '../../shared/words/figure-words.ts';
import { formatFraction } from '../../shared/words/format.ts';
import type { MapMoment } from './moments.ts';

interface TimeTableProps {
  readonly moment: MapMoment;
  readonly reply: AreasOverTimeReply;
  /** What the test found at the date, once it is known. */
  readonly answers: IndicatorAreasReply | undefined;
  readonly selected: string | undefined;
  onSelect(code: string): void;
}

/** Every area at the date of the slider; the order is that of names, so that a step moves no row. */
export function TimeTable({ moment, reply, answers, selected, onSelect }: TimeTableProps) {
  const [one] = areaWords(reply.query.areaType);
  const answerOf = new Map(answers?.areas.map((area) => [area.code, area]));
  const isTested = answers !== undefined && answers.comparison.compared > 0;
  const rows = moment.areas.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return (
    <ChoiceForm asks={['area']} hasButton={false}>
      <WideTable label={`${reply.title}, ${moment.label}`}>
        <thead>
          <tr>
            <th scope="col">{one.charAt(0).toUpperCase() + one.slice(1)}</th>
            <th scope="col">Value</th>
            <th scope="col">95% interval</th>
            {isTested && <th scope="col">Against {shortAgainst(answers.comparison.against)}</th>}
            <th scope="col">People</th>
            <th scope="col">Basis</th>
          </tr>
        </thead>
        <tbody>
          {[...(moment.whole ? [moment.whole] : []), ...rows].map((area) => (
            <tr
              key={area.code}
              data-code={area.code}
              className={area.code === selected ? 'time-map__chosen' : undefined}
            >
              <th scope="row">
                {area === moment.whole ? (
                  area.name
                ) : (
                  <button
                    type="submit"
                    name="area"
                    value={area.code}
                    className="link-button"
                    onClick={() => onSelect(area.code)}
                  >
                    {area.name}
                  </button>
                )}
              </th>
              <td>{valueWords(area, reply)}</td>
              <td>{intervalWords(area, reply)}</td>
              {isTested && <td>{answerMark(answerOf.get(area.code))}</td>}
              <td>
                {area.status === 'shown' && area.numerator !== undefined && area.denominator !== undefined
                  ? formatFraction(area.numerator, area.denominator)
                  : '–'}
              </td>
              <td>{basisWords(area)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </ChoiceForm>
  );
}

const answerMark = (answer: ComparedAreaEstimate | undefined) =>
  answer?.status === 'shown' ? <AnswerMark answer={answer} /> : '–';

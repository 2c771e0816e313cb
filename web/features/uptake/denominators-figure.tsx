import { agedLabel } from '../../../server/contract/ages.ts';
import type { Denominator } from '../../../server/contract/dimensions.ts';
import type { GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { phraseOf } from '../../shared/question/phrases.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { basesOf } from '../../shared/words/figure-words.ts';
import { whyTheyDiffer } from './denominator-words.ts';
import { type FiguresAt, figuresAt } from './figures-at.ts';
import { notesByGroup } from './notes-by-group.ts';
import { SyntheticLine } from './synthetic-line.tsx';
import { figureWithLimits } from './uptake-words.ts';

interface Population {
  readonly id: Denominator;
  readonly reply: GroupsOverTimeReply;
}
interface DenominatorsFigureProps {
  readonly definition: IndicatorReply;
  readonly populations: readonly Population[];
  readonly period: string;
  readonly chosen: Denominator | undefined;
  readonly busy: boolean;
  onChoose(denominator: Denominator): void;
}

/** The same people counted among two populations, side by side: the truth is not known to lie at either. */
export function DenominatorsFigure(props: DenominatorsFigureProps) {
  const { definition, populations, chosen, onChoose } = props;
  const columns = populations.flatMap(({ id, reply }) => {
    const at = figuresAt(reply, props.period);
    return at === undefined ? [] : [{ id, reply, at }];
  });
  const [first] = columns;
  if (first === undefined || columns.length < 2) return null;
  const estimates = columns.flatMap(({ at }) => at.figures.map(({ estimate }) => estimate));
  const notes = notesByGroup(columns.map(({ at }) => at.figures));
  return (
    <ChartFrame
      title="The same people, counted among two populations"
      measure={`${definition.title}, ${first.reply.area.name}, ${agedLabel(first.at.label, props.period, first.reply)}`}
      basis={basesOf(estimates)}
      source={<SourceLine source={definition.source} />}
      busy={props.busy}
    >
      <SyntheticLine figures={estimates} />
      <ChoiceForm asks={['denominator']} hasButton={false}>
        <WideTable label="Uptake among two populations">
          <thead>
            <tr>
              <th scope="col">Group</th>
              {columns.map(({ id }) => (
                <th key={id} scope="col">
                  <button
                    type="submit"
                    name="denominator"
                    value={id}
                    className="link-button"
                    aria-pressed={id === chosen}
                    onClick={() => onChoose(id)}
                  >
                    {phraseOf('denominator', id)}
                  </button>
                  {id === chosen && ' (used on this page)'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.at.figures.map(({ group, label }) => (
              <tr key={group} data-group={group}>
                <th scope="row">{label}</th>
                {columns.map(({ id, reply, at }) => (
                  <td key={id}>
                    <FigureOfGroup at={at} group={group} reply={reply} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
      </ChoiceForm>
      <p>{whyTheyDiffer(columns)}</p>
      {notes.map((note) => (
        <p key={note} className="uptake__note">
          {note}
        </p>
      ))}
    </ChartFrame>
  );
}

interface FigureOfGroupProps {
  readonly at: FiguresAt;
  readonly group: string;
  readonly reply: GroupsOverTimeReply;
}

function FigureOfGroup({ at, group, reply }: FigureOfGroupProps) {
  const estimate = at.figures.find((one) => one.group === group)?.estimate;
  if (estimate === undefined) return '–';
  const people =
    estimate.status === 'shown' && estimate.denominator !== undefined
      ? ` of ${estimate.denominator.toLocaleString('en-GB', { maximumFractionDigits: 0 })}`
      : '';
  return (
    <>
      {figureWithLimits(estimate, reply)}
      <span className="reach__small">{people}</span>
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { AreaIndicator, AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { rowKey } from '../../../server/contract/row-key.ts';
import { IntervalPlot } from '../../shared/charts/interval-plot.tsx';
import { intervalScale } from '../../shared/charts/interval-scale.ts';
import { LargerAreas } from '../../shared/ui/larger-areas.tsx';
import { rowAnchor } from '../../shared/ui/opening-lines.tsx';
import { AnswerMark } from '../../shared/ui/verdict-mark.tsx';
import { basisWords, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { sampleWords, unitWords } from '../../shared/words/meaning.ts';
import { rowName } from '../../shared/words/row-name.ts';
import { ChangeWords } from './change-words.tsx';
import type { Footnotes } from './footnotes.ts';
import { GroupHead } from './group-head.tsx';
import { NoteMarks } from './note-marks.tsx';
import { agoWords, gapWords } from './row-words.ts';
import type { AimRows } from './sections.ts';
import { SourceVerdictLine } from './wider-figures.tsx';

interface OwnFiguresProps {
  readonly reply: AreaIndicatorsReply;
  readonly section: AimRows;
  readonly notes: Footnotes;
}

/** Figures of the area itself, each beside those of the whole place and the country. */
export function OwnFigures({ reply, section, notes }: OwnFiguresProps) {
  const { place } = reply;
  const isCompared = isTested(reply);
  const country = reply.indicators.some((row) => row.publishedHere && row.country !== null)
    ? reply.country
    : null;
  return (
    <table className="ruled figures" aria-label={section.label}>
      <thead>
        <tr>
          <th scope="col">Indicator</th>
          <th scope="col" className="figures__number">
            Figure
          </th>
          <th scope="col" className="figures__plot">
            95% interval
            <span className="figures__small">each row on a scale of its own</span>
          </th>
          {!isWhole(reply) && (
            <th scope="col" className="figures__number">
              {place.name}
            </th>
          )}
          {country && (
            <th scope="col" className="figures__number">
              {country.name}
            </th>
          )}
          {isCompared && <th scope="col">{isWhole(reply) ? 'Against' : 'Against the rest'}</th>}
          <th scope="col">Change</th>
        </tr>
      </thead>
      {section.groups.map((group) => (
        <tbody key={group.group}>
          <GroupHead
            label={group.label}
            columns={3 + [!isWhole(reply), country !== null, isCompared, true].filter(Boolean).length}
          />
          {group.rows.map((row) => (
            <OwnRow
              key={`${row.indicator} ${row.stratum.sex}`}
              row={row}
              reply={reply}
              country={country}
              notes={notes}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface OwnRowProps {
  readonly row: AreaIndicator;
  readonly reply: AreaIndicatorsReply;
  /** Null where no row has a figure of it. */
  readonly country: AreaIndicatorsReply['country'];
  readonly notes: Footnotes;
}

function OwnRow({ row, reply, country, notes }: OwnRowProps) {
  // A number of people beside that of the whole place compares nothing.
  const scale = row.unit === 'people' ? undefined : intervalScale([row.estimate, row.place, row.country]);
  const interval = row.estimate === null ? '–' : intervalWords(row.estimate, row);
  const gap = gapWords(row);
  const shown = row.estimate?.status === 'shown' ? row.estimate : undefined;
  const sample = shown?.smallAreas && sampleWords(shown, row.counted);
  return (
    <tr id={rowAnchor(rowKey(row))}>
      <th scope="row" className="figures__name">
        <Link to="/indicators/$id" params={{ id: row.indicator }} search={trendSearchOf(row, reply)}>
          {rowName(row)}
        </Link>
        <NoteMarks numbers={notes.of(row)} />
        <span className="figures__small">
          {row.periodLabel}
          {row.age !== undefined && <span className="figures__age">, {agoWords(row)}</span>}
          {unitWords(row) !== '' && `; ${unitWords(row)}`}
          {shown && `; ${basisWords(shown).toLowerCase()}`}
        </span>
        {!isWhole(reply) && <SourceVerdictLine estimate={row.estimate} row={row} />}
      </th>
      <td className="figures__number figures__own">{row.estimate && valueWords(row.estimate, row)}</td>
      <td className="figures__plot">
        {shown && scale && (
          <>
            <IntervalPlot
              scale={scale}
              estimate={shown}
              place={reply.area.code === reply.place.code ? null : row.place}
              country={row.country}
            />
            <span className="figures__small">{interval === '–' ? (sample ?? 'no interval') : interval}</span>
          </>
        )}
      </td>
      {!isWhole(reply) && (
        <td className="figures__number" data-label={reply.place.name}>
          {row.place ? valueWords(row.place, row) : '–'}
        </td>
      )}
      {country && (
        <td className="figures__number" data-label={country.name}>
          {row.country ? valueWords(row.country, row) : '–'}
        </td>
      )}
      {isTested(reply) && (
        <td className="figures__verdict" data-label="Against the rest">
          {isWhole(reply) ? (
            <LargerAreas row={{ ...row, sourceVerdict: bySource(row) }} />
          ) : shown ? (
            <AnswerMark answer={row} why={false} />
          ) : (
            '–'
          )}
          {gap !== '' && <span className="figures__small">{gap}</span>}
        </td>
      )}
      <td className="figures__trend" data-label="Change">
        <ChangeWords change={row.change} />
      </td>
    </tr>
  );
}

/** What the source says of the figure, where we have no verdict against the same area. */
function bySource({ estimate, comparisons }: AreaIndicator) {
  const told = estimate?.status === 'shown' ? estimate.sourceVerdict : undefined;
  const isOurs = comparisons.some(
    ({ area, verdict }) => area.name === told?.against && verdict !== 'not-compared',
  );
  return told === undefined || isOurs ? null : told;
}

/** The whole place is compared with larger areas. */
/** Where nothing is compared every row would say so again. */
const isTested = (reply: AreaIndicatorsReply) => isWhole(reply) || reply.comparison.compared > 0;

const isWhole = ({ area, place }: AreaIndicatorsReply) => area.code === place.code;

/** The same question on the page of the indicator. */
function trendSearchOf({ stratum, period }: AreaIndicator, { area, query }: AreaIndicatorsReply) {
  const { populationGroup, ageBand, sex } = stratum;
  return {
    populationGroup,
    ageBand,
    ...(sex === 'all' ? {} : { sex }),
    period,
    area: query.area,
    areaType: area.type,
  };
}

import { Link } from '@tanstack/react-router';
import type { AreaIndicator, AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { AreaType } from '../../../server/contract/dimensions.ts';
import type { Estimate } from '../../../server/contract/estimate.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { rowKey } from '../../../server/contract/row-key.ts';
import { rowAnchor } from '../../shared/ui/opening-lines.tsx';
import { SourceVerdictMark } from '../../shared/ui/source-verdict-mark.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { unitWords } from '../../shared/words/meaning.ts';
import { rowName } from '../../shared/words/row-name.ts';
import { ChangeWords } from './change-words.tsx';
import type { Footnotes } from './footnotes.ts';
import { GroupHead } from './group-head.tsx';
import { NoteMarks } from './note-marks.tsx';
import { agoWords } from './row-words.ts';
import type { AimRows } from './sections.ts';

interface WiderFiguresProps {
  readonly reply: AreaIndicatorsReply;
  readonly section: AimRows;
  readonly notes: Footnotes;
}

/** What nobody publishes for an area of this type: the figure of the whole place, named as its own. */
export function WiderFigures({ reply, section, notes }: WiderFiguresProps) {
  const { place, country } = reply;
  return (
    <table className="ruled figures figures--wider" aria-label={`${section.label}: ${place.name} as a whole`}>
      <thead>
        <tr>
          <th scope="col">Indicator</th>
          <th scope="col" className="figures__number">
            {place.name}
          </th>
          {country && (
            <th scope="col" className="figures__number">
              {country.name}
            </th>
          )}
          <th scope="col">Change</th>
        </tr>
      </thead>
      {section.groups.map((group) => (
        <tbody key={group.group}>
          <GroupHead label={group.label} columns={country === null ? 3 : 4} />
          {group.rows.map((row) => (
            <tr key={`${row.indicator} ${row.stratum.sex}`} id={rowAnchor(rowKey(row))}>
              <th scope="row" className="figures__name">
                <Link
                  to="/indicators/$id"
                  params={{ id: row.indicator }}
                  search={{ populationGroup: row.populationGroup, ageBand: row.stratum.ageBand }}
                >
                  {rowName(row)}
                </Link>
                <NoteMarks numbers={notes.of(row)} />
                <span className="figures__small">
                  {row.periodLabel}
                  {row.age !== undefined && <span className="figures__age">, {agoWords(row)}</span>}
                  {unitWords(row) !== '' && `; ${unitWords(row)}`}
                  {publishedFor(row)}
                </span>
                <SourceVerdictLine estimate={row.place} row={row} />
              </th>
              <td className="figures__number" data-label={place.name}>
                <Figure estimate={row.place} row={row} />
              </td>
              {country && (
                <td className="figures__number" data-label={country.name}>
                  <Figure estimate={row.country} row={row} />
                </td>
              )}
              <td className="figures__trend" data-label="Change">
                <ChangeWords change={row.place === null ? null : row.change} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** What the source itself says of a figure, under its name. */
export function SourceVerdictLine({ estimate, row }: { estimate: Estimate | null; row: AreaIndicator }) {
  if (estimate?.status !== 'shown' || estimate.sourceVerdict === undefined) return null;
  return (
    <span className="figures__small figures__source">
      <SourceVerdictMark told={estimate.sourceVerdict} by={row.source.shortPublisher} />
    </span>
  );
}

function Figure({ estimate, row }: { estimate: Estimate | null; row: AreaIndicator }) {
  if (estimate === null) return '–';
  const interval = intervalWords(estimate, row);
  return (
    <>
      {valueWords(estimate, row)}
      {interval !== '–' && <span className="figures__small">{interval}</span>}
    </>
  );
}

/** Said where areas smaller than the place have figures, only not areas of this type. */
function publishedFor({ areaTypes }: AreaIndicator): string {
  const smaller = areaTypes.filter((type) => SMALLER.includes(type));
  return smaller.length === 0 ? '' : `; published for ${inWords(smaller.map((type) => areaWords(type)[1]))}`;
}
const SMALLER: readonly AreaType[] = ['lsoa', 'msoa', 'ward', 'neighbourhood'];

import type { ReactNode } from 'react';
import { ageBandLabel } from '../../../server/contract/age-bands.ts';
import {
  aims,
  areaTypes,
  deprivationFifths,
  ethnicSchemes,
  kinds,
  labelOf,
  periodKinds,
  polarities,
  sexes,
  units,
} from '../../../server/contract/dimensions.ts';
import { paths } from '../../../server/contract/paths.ts';
import { comparePeriods } from '../../../server/contract/periods.ts';
import { inWords, lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { belowBase } from '../../shared/api/base-path.ts';
import { countOf, formatPeriod } from '../../shared/words/format.ts';

/** What the number means, where it is from, and what there is of it. */
export function DefinitionFacts({ definition }: { definition: IndicatorReply }) {
  const { source, caveats } = definition;
  return (
    <div className="definition">
      <section aria-labelledby="definition">
        <h2 id="definition">What it measures</h2>
        <Facts
          facts={{
            Counted: definition.numerator,
            Among: definition.denominator,
            'Who belongs': definition.populationGroups.map(({ membership }) => membership).join(' '),
            Unit: unitFact(definition),
            ...meaningFacts(definition),
            Method: definition.method,
            Protection: definition.disclosureRule,
            Aim: labelOf(aims, definition.aim),
          }}
        />
      </section>
      <section aria-labelledby="source">
        <h2 id="source">Where it is from</h2>
        <Facts
          facts={{
            Publication: <a href={source.url}>{source.title}</a>,
            Publisher: source.publisher,
            Published: source.published,
            Licence: source.licence,
            Files: (
              <a
                href={belowBase(paths.originsCsv(definition.id, { release: definition.release }))}
                download=""
              >
                which file each figure came from, and of which day (CSV)
              </a>
            ),
            Changes: (
              <a href={belowBase(paths.indicatorFeed(definition.id))}>be told when they change (feed)</a>
            ),
          }}
        />
        {caveats.length > 0 && (
          <>
            <h2>What to keep in mind</h2>
            <ul>
              {caveats.map((caveat) => (
                <li key={caveat}>{caveat}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="available">
        <h2 id="available">What there is</h2>
        <Facts facts={availableFacts(definition)} />
      </section>
    </div>
  );
}

/** What shapes health is described: neither way of it is called better. */
const unitFact = ({ unit, kind, polarity }: IndicatorReply) =>
  [
    labelOf(units, unit),
    ...(kind === 'outcome' || kind === 'service' ? [lowerFirst(labelOf(polarities, polarity))] : []),
  ].join('; ');

/** What the figures are about, what they count and how they may be read. */
function meaningFacts(definition: IndicatorReply): Record<string, string> {
  const { kind, counted, scaleNote } = definition;
  const about = kinds.find(({ id }) => id === kind);
  const age = ageFact(definition);
  return {
    ...(counted !== null && { Counts: counted }),
    ...(scaleNote !== null && { Scale: `${scaleNote}.` }),
    ...(age !== undefined && { Age: age }),
    ...(about !== undefined && { Kind: `${about.label}: ${about.meaning}.` }),
  };
}

function ageFact({ ageAdjusted, unadjustedAges, populationGroups }: IndicatorReply): string | undefined {
  if (ageAdjusted !== null) return ageAdjusted ? 'Adjusted for age.' : 'Not adjusted for age.';
  const held = new Set(populationGroups.flatMap(({ ageBands }) => ageBands));
  const wide = unadjustedAges.filter((band) => held.has(band));
  if (wide.length === 0) return undefined;
  const bands = inWords(wide.map((band) => lowerFirst(ageBandLabel(band))));
  return `Not adjusted for age over ${bands}: there it is higher or lower, never better or worse. Narrower bands depend little on age.`;
}

function Facts({ facts }: { facts: Readonly<Record<string, ReactNode>> }) {
  return (
    <dl className="facts">
      {Object.entries(facts).map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function availableFacts(definition: IndicatorReply): Record<string, string> {
  const { available, denominators, ethnicGroups } = definition;
  const some = (values: readonly string[]) =>
    values.length > 1 || (values[0] !== undefined && values[0] !== 'all');
  const distinct = (values: readonly string[]) => [...new Set(values)];
  const periods = distinct(available.flatMap((row) => row.periods)).sort(comparePeriods);
  const ages = distinct(available.map(({ ageBand }) => ageBand));
  const [oldest, newest] = [periods[0], periods.at(-1)];
  return {
    Areas: inWords(
      definition.areaTypes.map((type) => areaTypes.find(({ id }) => id === type)?.plural ?? type),
    ),
    'Finest area published': labelOf(areaTypes, definition.finestArea),
    Periods:
      oldest === undefined || newest === undefined
        ? 'none'
        : oldest === newest
          ? formatPeriod(oldest)
          : `${countOf(periods.length, 'period', 'periods')}, ${formatPeriod(oldest)} to ${formatPeriod(newest)}. ${labelOf(periodKinds, definition.periodKind)}.`,
    ...(some(ages) && { Ages: inWords(ages.map(ageBandLabel).map(lowerFirst)) }),
    ...(some(definition.sexes) && {
      Sex: inWords(definition.sexes.map((id) => lowerFirst(labelOf(sexes, id)))),
    }),
    ...(ethnicGroups.length > 0 && {
      'Ethnic groups': ethnicGroups
        .map(({ scheme, groups }) => `${labelOf(ethnicSchemes, scheme)} (${groups.length})`)
        .join('; '),
    }),
    ...(some(definition.deprivation) && {
      Deprivation: inWords(definition.deprivation.map((id) => lowerFirst(labelOf(deprivationFifths, id)))),
    }),
    ...(denominators.length > 0 && { 'Counted among': inWords(denominators.map(({ title }) => title)) }),
  };
}

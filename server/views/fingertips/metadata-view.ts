/** What an indicator means, as Fingertips describes it. Pure. */
import {
  intervalMethods,
  polarityNumbers,
  unitNumbers,
  valueTypes,
  yearTypes,
} from '../../contract/fingertips/code-lists.ts';
import type { IndicatorMetadata } from '../../contract/fingertips/replies.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { readingOf } from '../../judge/subject.ts';
import { judgedSeries, type Listed } from './listed.ts';
import { metadataTexts } from './metadata-texts.ts';
import { timePeriod } from './time-period.ts';

export function metadataView(listed: Listed, withDefinition: boolean, snapshot: Snapshot): IndicatorMetadata {
  const { indicator, number, name } = listed;
  const published = publishedAt(indicator, snapshot);
  return {
    IID: number,
    Descriptive: withDefinition ? metadataTexts(listed, snapshot) : { Name: name },
    Unit: unitOf(indicator),
    ValueType: valueTypeOf(indicator),
    YearType: yearTypeOf(indicator, snapshot),
    ConfidenceIntervalMethod: intervalMethodOf(indicator),
    DataChange: { LastUploadedAt: published, DateUpdated: published.slice(0, 10) },
    SpecialCases: '',
    AlwaysShowSexWithIndicatorName: false,
    AlwaysShowAgeWithIndicatorName: false,
    AlwaysShowSpineChart: false,
    ShouldAveragesBeCalculated: false,
    DecimalPlacesDisplayed: indicator.decimals,
    TargetId: null,
    LatestChangeTimestampOverride: null,
  };
}

export function unitOf({ unit }: Pick<Indicator, 'unit'>): IndicatorMetadata['Unit'] {
  const { id, label, value } = unitNumbers[unit];
  return { Id: id, Value: value, Label: label, ShowLeft: false };
}

const asNamed = ({ id, name }: { readonly id: number; readonly name: string }) => ({ Id: id, Name: name });

/** A rate that is adjusted for age is a directly standardised one; what a source only calls a rate is crude. */
function valueTypeOf({ unit, ageAdjusted }: Pick<Indicator, 'unit' | 'ageAdjusted'>) {
  if (unit === 'per-10000' || unit === 'per-100000')
    return asNamed(ageAdjusted === true ? valueTypes.dsr : valueTypes.rate);
  if (unit === 'percent') return asNamed(valueTypes.proportion);
  return asNamed(unit === 'people' ? valueTypes.count : valueTypes[unit]);
}

function yearTypeOf(indicator: Indicator, snapshot: Snapshot) {
  const periods = judgedSeries(indicator, snapshot).flatMap(({ coverage }) =>
    coverage.map((row) => row.period),
  );
  const newest = periods.sort(comparePeriods).at(-1);
  return asNamed(newest === undefined ? yearTypes.calendar : timePeriod(indicator, newest).yearType);
}

function intervalMethodOf({ valueType }: Indicator): IndicatorMetadata['ConfidenceIntervalMethod'] {
  const { id, name, description } =
    valueType === 'proportion' ? intervalMethods.wilson : intervalMethods.source;
  return { Id: id, Name: name, Description: description };
}

/** Which way is better, where its figures may be called better or worse. */
export function polarityOf(indicator: Indicator): (typeof polarityNumbers)[keyof typeof polarityNumbers] {
  const reading = readingOf(indicator);
  if (reading.words === 'none') return polarityNumbers.none;
  if (reading.words === 'direction') return polarityNumbers.direction;
  return reading.better === 'higher' ? polarityNumbers.high : polarityNumbers.low;
}

/** When the version its figures stand in was published, as an instant. */
function publishedAt({ id }: Indicator, snapshot: Snapshot): string {
  const version = snapshot.seriesOf(id)[0]?.version_id;
  return snapshot.versions.find((one) => one.id === version)?.published_at ?? '';
}

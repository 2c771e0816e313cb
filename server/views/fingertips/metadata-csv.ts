/** What indicators mean, in the 32 columns that clients of Fingertips read. Pure. */
import type { Snapshot } from '../../judge/release/snapshot.ts';
import type { Cell } from '../tables/table.ts';
import { csvText } from './csv-text.ts';
import type { Listed } from './listed.ts';
import { metadataTexts } from './metadata-texts.ts';
import { metadataView, polarityOf } from './metadata-view.ts';

const COLUMNS: readonly (readonly [name: string, text?: string])[] = [
  ['Indicator', 'Name'],
  ['Indicator number'],
  ['Rationale'],
  ['Specific rationale'],
  ['Definition', 'Definition'],
  ['Data source', 'DataSource'],
  ['Indicator source', 'IndicatorSource'],
  ['Definition of numerator', 'NumeratorDefinition'],
  ['Source of numerator', 'NumeratorSource'],
  ['Definition of denominator', 'DenominatorDefinition'],
  ['Source of denominator', 'DenominatorSource'],
  ['Methodology', 'Methodology'],
  ['Standard population/values'],
  ['Frequency'],
  ['Confidence interval details'],
  ['Disclosure control', 'DisclosureControl'],
  ['Rounding'],
  ['Caveats', 'Caveats'],
  ['Notes', 'Notes'],
  ['Impact of COVID-19'],
  ['Copyright', 'Copyright'],
  ['Data re-use', 'Reuse'],
  ['Links', 'Links'],
  ['Indicator Content'],
  ['Simple Name', 'SimpleName'],
  ['Simple Definition', 'SimpleDefinition'],
];
const INTERVALS = 'Confidence interval details';
const FORMS = ['Unit', 'Value type', 'Year type', 'Polarity', 'Date updated'];

const METADATA_HEADER: readonly string[] = ['Indicator ID', ...COLUMNS.map(([name]) => name), ...FORMS];

export const metadataCsv = (listed: readonly Listed[], snapshot: Snapshot): string =>
  csvText(
    METADATA_HEADER,
    listed.map((one) => line(one, snapshot)),
  );

function line(listed: Listed, snapshot: Snapshot): Cell[] {
  const texts = metadataTexts(listed, snapshot);
  const about = metadataView(listed, false, snapshot);
  return [
    listed.number,
    ...COLUMNS.map(([name, text]) =>
      name === INTERVALS ? about.ConfidenceIntervalMethod.Description : text && texts[text],
    ),
    about.Unit.Label,
    about.ValueType.Name,
    about.YearType.Name,
    polarityOf(listed.indicator).name,
    about.DataChange.DateUpdated,
  ];
}

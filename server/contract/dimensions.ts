/** The closed lists of the product: every word a query, a reply or a screen may use, with its label. */

export interface Term {
  readonly id: string;
  readonly label: string;
}

export const areaTypes = [
  { id: 'ward', label: 'Ward', plural: 'wards' },
  { id: 'lsoa', label: 'Lower layer super output area', plural: 'small areas (LSOA)' },
  { id: 'msoa', label: 'Middle layer super output area', plural: 'neighbourhood-sized areas (MSOA)' },
  { id: 'neighbourhood', label: 'Neighbourhood', plural: 'neighbourhoods' },
  { id: 'borough', label: 'Borough', plural: 'boroughs' },
  { id: 'region', label: 'Region', plural: 'regions' },
  { id: 'country', label: 'Country', plural: 'countries' },
  { id: 'pcn', label: 'Primary care network', plural: 'primary care networks' },
  { id: 'trust', label: 'NHS trust', plural: 'NHS trusts' },
  { id: 'system', label: 'Health and care system', plural: 'health and care systems' },
  // Beside the place, never served as one: no list, menu or map has them.
  { id: 'other-borough', label: 'Other borough', plural: 'other boroughs' },
] as const;
export type AreaType = (typeof areaTypes)[number]['id'];

/**
 * Areas of service: whom a service looks after or employs, not who lives there. They are on no map, and in no list with
 * areas that people live in.
 */
export const serviceAreaTypes = [
  { id: 'pcn', whose: 'Registered with practices of' },
  { id: 'trust', whose: 'At' },
  { id: 'system', whose: 'In services of' },
] as const satisfies readonly { readonly id: AreaType; readonly whose: string }[];
export type ServiceAreaType = (typeof serviceAreaTypes)[number]['id'];

export const isServiceArea = (type: AreaType): type is ServiceAreaType =>
  serviceAreaTypes.some(({ id }) => id === type);

export const aims = [
  { id: 'outcomes', label: 'Improve population health and outcomes and reduce inequalities' },
  { id: 'experience', label: 'Enhance experience of care and reduce unwarranted variation' },
  { id: 'sustainability', label: 'A financially sustainable health and care economy' },
  { id: 'staff', label: 'Compassionate care, and the health and wellbeing of staff' },
] as const;
export type Aim = (typeof aims)[number]['id'];

/** What an indicator is about. Only outcomes and services are ever better or worse. */
export const kinds = [
  { id: 'outcome', label: 'Outcome', meaning: 'health and its loss' },
  { id: 'service', label: 'Service', meaning: 'care given, its uptake and access to it' },
  {
    id: 'determinant',
    label: 'Determinant',
    meaning: 'a cause of health: income, housing, work, where people live',
  },
  { id: 'context', label: 'Context', meaning: 'who lives here, scores and tenths' },
] as const;
export type Kind = (typeof kinds)[number]['id'];

/** What figures count: the id is the plural, `singular` is one of them. */
export const countedNouns = [
  { id: 'people', singular: 'person' },
  { id: 'households', singular: 'household' },
  { id: 'children', singular: 'child' },
  { id: 'pupils', singular: 'pupil' },
  { id: 'staff', singular: 'member of staff' },
  { id: 'applicants', singular: 'applicant' },
  { id: 'responses', singular: 'response' },
  { id: 'beds', singular: 'bed' },
  { id: 'posts', singular: 'post' },
  { id: 'appointments', singular: 'appointment' },
  { id: 'attendances', singular: 'attendance' },
  { id: 'courses', singular: 'course' },
  { id: 'requests', singular: 'request' },
  { id: 'referrals', singular: 'referral' },
  { id: 'admissions', singular: 'admission' },
  { id: 'discharges', singular: 'discharge' },
  { id: 'spells', singular: 'spell' },
  { id: 'days', singular: 'day' },
  { id: 'cancers', singular: 'cancer' },
  { id: 'infections', singular: 'infection' },
  { id: 'deaths', singular: 'death' },
  { id: 'pounds', singular: 'pound' },
] as const;
export type CountedNoun = (typeof countedNouns)[number]['id'];

export const populationGroups = [
  { id: 'all', label: 'Everyone' },
  { id: 'children', label: 'Children and young people' },
  { id: 'working-age', label: 'Working-age adults' },
  { id: 'frailty', label: 'Frailty' },
  { id: 'care-homes', label: 'Care homes' },
] as const;
export type PopulationGroup = (typeof populationGroups)[number]['id'];

export const sexes = [
  { id: 'all', label: 'Everyone' },
  { id: 'female', label: 'Female' },
  { id: 'male', label: 'Male' },
] as const;
export type Sex = (typeof sexes)[number]['id'];

/** National fifths of the LSOA, by the Index of Multiple Deprivation: each label says whose fifth it is. */
export const deprivationFifths = [
  { id: 'all', label: 'All areas' },
  { id: '1', label: 'Most deprived fifth of small areas in England' },
  { id: '2', label: 'Second most deprived fifth of small areas in England' },
  { id: '3', label: 'Middle fifth of small areas in England' },
  { id: '4', label: 'Second least deprived fifth of small areas in England' },
  { id: '5', label: 'Least deprived fifth of small areas in England' },
] as const;
export type DeprivationFifth = (typeof deprivationFifths)[number]['id'];

const unknown = { id: 'unknown', label: 'Not stated or not known' } as const;

/** Schemes are never merged: Chinese sits in Asian in one and in Other in another. */
export const ethnicSchemes = [
  {
    id: 'census-2021-5',
    label: 'Census 2021, five groups',
    groups: [
      { id: 'asian', label: 'Asian, Asian British or Asian Welsh' },
      { id: 'black', label: 'Black, Black British, Black Welsh, Caribbean or African' },
      { id: 'mixed', label: 'Mixed or Multiple ethnic groups' },
      { id: 'white', label: 'White' },
      { id: 'other', label: 'Other ethnic group' },
      unknown,
    ],
  },
  {
    id: 'census-2021-19',
    label: 'Census 2021, nineteen groups',
    groups: [
      { id: 'bangladeshi', label: 'Asian: Bangladeshi' },
      { id: 'chinese', label: 'Asian: Chinese' },
      { id: 'indian', label: 'Asian: Indian' },
      { id: 'pakistani', label: 'Asian: Pakistani' },
      { id: 'other-asian', label: 'Asian: Other Asian' },
      { id: 'african', label: 'Black: African' },
      { id: 'caribbean', label: 'Black: Caribbean' },
      { id: 'other-black', label: 'Black: Other Black' },
      { id: 'white-and-asian', label: 'Mixed: White and Asian' },
      { id: 'white-and-black-african', label: 'Mixed: White and Black African' },
      { id: 'white-and-black-caribbean', label: 'Mixed: White and Black Caribbean' },
      { id: 'other-mixed', label: 'Mixed: Other Mixed or Multiple' },
      { id: 'white-british', label: 'White: English, Welsh, Scottish, Northern Irish or British' },
      { id: 'white-irish', label: 'White: Irish' },
      { id: 'gypsy-or-irish-traveller', label: 'White: Gypsy or Irish Traveller' },
      { id: 'roma', label: 'White: Roma' },
      { id: 'other-white', label: 'White: Other White' },
      { id: 'arab', label: 'Other: Arab' },
      { id: 'any-other', label: 'Other: Any other ethnic group' },
      unknown,
    ],
  },
  {
    id: 'nhs-16',
    label: 'NHS 16+1 ethnic categories',
    groups: [
      { id: 'white-british', label: 'White: British' },
      { id: 'white-irish', label: 'White: Irish' },
      { id: 'other-white', label: 'White: Any other White background' },
      { id: 'white-and-black-caribbean', label: 'Mixed: White and Black Caribbean' },
      { id: 'white-and-black-african', label: 'Mixed: White and Black African' },
      { id: 'white-and-asian', label: 'Mixed: White and Asian' },
      { id: 'other-mixed', label: 'Mixed: Any other Mixed background' },
      { id: 'indian', label: 'Asian or Asian British: Indian' },
      { id: 'pakistani', label: 'Asian or Asian British: Pakistani' },
      { id: 'bangladeshi', label: 'Asian or Asian British: Bangladeshi' },
      { id: 'other-asian', label: 'Asian or Asian British: Any other Asian background' },
      { id: 'caribbean', label: 'Black or Black British: Caribbean' },
      { id: 'african', label: 'Black or Black British: African' },
      { id: 'other-black', label: 'Black or Black British: Any other Black background' },
      { id: 'chinese', label: 'Other: Chinese' },
      { id: 'any-other', label: 'Other: Any other ethnic group' },
      unknown,
    ],
  },
] as const;
export type EthnicScheme = (typeof ethnicSchemes)[number]['id'];

/** Schemes whose groups nest by their publisher's own definition: the coarser group that each finer one lies in. */
export const nestedEthnicSchemes: readonly {
  readonly finer: EthnicScheme;
  readonly coarser: EthnicScheme;
  readonly groupOf: Readonly<Record<string, string>>;
}[] = [
  {
    finer: 'census-2021-19',
    coarser: 'census-2021-5',
    groupOf: {
      bangladeshi: 'asian',
      chinese: 'asian',
      indian: 'asian',
      pakistani: 'asian',
      'other-asian': 'asian',
      african: 'black',
      caribbean: 'black',
      'other-black': 'black',
      'white-and-asian': 'mixed',
      'white-and-black-african': 'mixed',
      'white-and-black-caribbean': 'mixed',
      'other-mixed': 'mixed',
      'white-british': 'white',
      'white-irish': 'white',
      'gypsy-or-irish-traveller': 'white',
      roma: 'white',
      'other-white': 'white',
      arab: 'other',
      'any-other': 'other',
      unknown: 'unknown',
    },
  },
];

export const bases = [
  {
    id: 'published',
    label: 'Published',
    meaning:
      'an official source published it for this very area and group, or for the small areas that the official best fit puts in it, added up',
  },
  {
    id: 'modelled',
    label: 'Modelled',
    meaning:
      'we derived it for this area; its interval includes the measured error of doing so, or it has none and says why',
  },
  { id: 'synthetic', label: 'Synthetic', meaning: 'made for demonstration; not real' },
] as const;
export type Basis = (typeof bases)[number]['id'];

/** Which figures a page shows; all where nothing is asked. */
export const figuresAsked = [{ id: 'real', label: 'Real figures only' }] as const;

export const denominators = [
  { id: 'nims', label: 'NHS patient register (NIMS)' },
  { id: 'census', label: 'Census 2021 residents' },
] as const;
export type Denominator = (typeof denominators)[number]['id'];

export const polarities = [
  { id: 'higher-is-better', label: 'Higher is better' },
  { id: 'lower-is-better', label: 'Lower is better' },
  { id: 'neutral', label: 'Not judged as better or worse' },
] as const;
export type Polarity = (typeof polarities)[number]['id'];

export const units = [
  { id: 'percent', label: '%' },
  { id: 'people', label: 'people' },
  { id: 'score', label: 'score' },
  { id: 'decile', label: 'tenth' },
  { id: 'years', label: 'years' },
  { id: 'per-10000', label: 'per 10,000' },
  { id: 'per-100000', label: 'per 100,000' },
  { id: 'ratio', label: 'times' },
  { id: 'unstated', label: 'unit not stated' },
] as const;
export type Unit = (typeof units)[number]['id'];

/** Whether the figures of one indicator overlap in time; trend and change depend on it. */
export const periodKinds = [
  { id: 'separate', label: 'Each period stands alone' },
  { id: 'rolling', label: 'Periods overlap' },
  { id: 'cumulative', label: 'Counts so far; they never fall' },
] as const;
export type PeriodKind = (typeof periodKinds)[number]['id'];

/** What came of a comparison. Only outcomes and services are better or worse; the rest is higher or lower. */
export const verdicts = [
  { id: 'better', label: 'Better' },
  { id: 'worse', label: 'Worse' },
  { id: 'higher', label: 'Higher' },
  { id: 'lower', label: 'Lower' },
  { id: 'similar', label: 'Not beyond chance' },
  { id: 'not-compared', label: 'Not tested' },
] as const;
export type Verdict = (typeof verdicts)[number]['id'];

/** When a comparison was judged. */
export const judgings = [
  { id: 'judged', label: 'When publishing, among everything in the release' },
  { id: 'looked-up', label: 'When asked for, among the comparisons of its shape' },
] as const;

/** Why a verdict is another than in an earlier release. */
export const flipReasons = [
  { id: 'figures-moved', label: 'The figures moved' },
  { id: 'judged-among-more', label: 'Judged among other figures' },
  { id: 'judged-by-a-new-rule', label: 'Judged by a new rule' },
  { id: 'defined-anew', label: 'Defined anew' },
] as const;
export type FlipReason = (typeof flipReasons)[number]['id'];

/** The parts of a definition that two releases may not share. */
export const definitionParts = [
  { id: 'title', label: 'Title' },
  { id: 'polarity', label: 'Which way is better' },
  { id: 'kind', label: 'Kind' },
  { id: 'unit', label: 'Unit' },
  { id: 'counted', label: 'What is counted' },
  { id: 'scale', label: 'Scale' },
  { id: 'age', label: 'Age' },
  { id: 'caution', label: 'Caution' },
  { id: 'aim', label: 'Aim' },
  { id: 'population-groups', label: 'Population groups' },
  { id: 'numerator', label: 'Numerator' },
  { id: 'denominator', label: 'Denominator' },
  { id: 'method', label: 'Method' },
  { id: 'source', label: 'Source' },
  { id: 'caveats', label: 'Caveats' },
  { id: 'disclosure-rule', label: 'Disclosure rule' },
  { id: 'other', label: 'Other parts' },
] as const;
export type DefinitionPart = (typeof definitionParts)[number]['id'];

/** What a disparity runs over. */
export const breakdowns = [
  { id: 'ethnicGroup', label: 'Ethnic group' },
  { id: 'deprivation', label: 'Deprivation' },
] as const;
export type Breakdown = (typeof breakdowns)[number]['id'];

/** What else figures tell people apart by, beside the groups of a breakdown. */
export const peopleApart = [
  { id: 'sex', label: 'Sex' },
  { id: 'age', label: 'Age' },
] as const;
export type PeopleApart = (typeof peopleApart)[number]['id'];

/** Which areas the fifths of deprivation rank. */
export const fifthKinds = [
  { id: 'national', label: 'National fifths of small areas (LSOAs)' },
  { id: 'wards', label: 'Fifths of the wards here' },
] as const;
export type FifthKind = (typeof fifthKinds)[number]['id'];

/** What a group is compared with; beside these, the code of any group. */
export const references = [
  { id: 'rest', label: 'Everyone else' },
  { id: 'largest', label: 'The largest group' },
  { id: 'best', label: 'The group with the best figure' },
] as const;

/** What a group in each area of a map is compared with. */
export const gapComparisons = [
  { id: 'place', label: 'Everyone else in the whole place' },
  { id: 'same-area', label: 'Everyone else in the same area' },
] as const;
export type GapComparison = (typeof gapComparisons)[number]['id'];

export const gapMeasures = [
  { id: 'difference', label: 'Difference' },
  { id: 'ratio', label: 'Ratio' },
] as const;
export type GapMeasure = (typeof gapMeasures)[number]['id'];

/** What the test of a gap found, whether or not high is good; `not-distinguishable` is not `none`. */
export const gapDirections = [
  { id: 'higher', label: 'Higher' },
  { id: 'lower', label: 'Lower' },
  { id: 'not-distinguishable', label: 'Not beyond chance' },
  { id: 'not-compared', label: 'Not tested' },
] as const;

/** Where a gap is going; `reversed` is a gap that changed sides. */
export const gapTrends = [
  { id: 'narrowing', label: 'Narrowing' },
  { id: 'widening', label: 'Widening' },
  { id: 'reversed', label: 'Changed sides' },
  { id: 'no-clear-change', label: 'No clear change' },
  { id: 'cannot-be-tested', label: 'Cannot be tested' },
] as const;
export type GapTrend = (typeof gapTrends)[number]['id'];

/** What a reach list counts people up to: the whole place at the same ages and date, or a percentage. */
export const reachTargets = [
  { id: 'place', label: 'The whole place, at the same ages and date' },
  { id: 'percent', label: 'A percentage' },
] as const;

/** Whether a share of a group was reached; `cannot-tell` where figures are withheld or missing. */
export const milestoneStatuses = [
  { id: 'reached', label: 'Reached' },
  { id: 'not-reached', label: 'Not reached yet' },
  { id: 'cannot-tell', label: 'Cannot tell' },
] as const;

/** Summary measures over groups; `order` says which kind of groups each is fit for. */
export const summaryMeasures = [
  { id: 'slope-index', label: 'Slope index of inequality', order: 'ordered' },
  { id: 'relative-index', label: 'Relative index of inequality', order: 'ordered' },
  { id: 'absolute-concentration-index', label: 'Absolute concentration index', order: 'ordered' },
  { id: 'relative-concentration-index', label: 'Relative concentration index', order: 'ordered' },
  { id: 'between-group-variance', label: 'Between-group variance', order: 'unordered' },
  { id: 'between-group-standard-deviation', label: 'Between-group standard deviation', order: 'unordered' },
  { id: 'coefficient-of-variation', label: 'Coefficient of variation', order: 'unordered' },
  { id: 'mean-difference-from-mean', label: 'Mean difference from the mean', order: 'unordered' },
  {
    id: 'mean-difference-from-mean-unweighted',
    label: 'Mean difference from the mean, groups alike',
    order: 'unordered',
  },
  { id: 'mean-difference-from-best', label: 'Mean difference from the best group', order: 'unordered' },
  {
    id: 'mean-difference-from-best-unweighted',
    label: 'Mean difference from the best group, groups alike',
    order: 'unordered',
  },
  {
    id: 'mean-difference-from-reference',
    label: 'Mean difference from the reference group',
    order: 'unordered',
  },
  {
    id: 'mean-difference-from-reference-unweighted',
    label: 'Mean difference from the reference group, groups alike',
    order: 'unordered',
  },
  { id: 'index-of-disparity', label: 'Index of disparity', order: 'unordered' },
  { id: 'index-of-disparity-unweighted', label: 'Index of disparity, groups alike', order: 'unordered' },
  { id: 'theil-index', label: 'Theil index', order: 'unordered' },
  { id: 'mean-log-deviation', label: 'Mean log deviation', order: 'unordered' },
  { id: 'attributable-risk', label: 'Population attributable risk', order: 'unordered' },
  { id: 'attributable-fraction', label: 'Population attributable fraction', order: 'unordered' },
] as const;
export type SummaryMeasure = (typeof summaryMeasures)[number]['id'];

/** How a figure compares with an earlier one; rising and falling where neither is better. */
export const changeVerdicts = [
  { id: 'better', label: 'Better' },
  { id: 'worse', label: 'Worse' },
  { id: 'higher', label: 'Higher' },
  { id: 'lower', label: 'Lower' },
  { id: 'no-clear-change', label: 'No clear change' },
  { id: 'cannot-be-tested', label: 'Not tested' },
] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number]['id'];

/**
 * How a figure stands to a target: `not-met` once it is due, or where it holds at all times; `date-passed` where the
 * date is past and no figure on or after it is held.
 */
export const courses = [
  { id: 'met', label: 'Met' },
  { id: 'not-met', label: 'Not met' },
  { id: 'on-course', label: 'On course' },
  { id: 'not-on-course', label: 'Not on course' },
  { id: 'date-passed', label: 'Date passed' },
  { id: 'cannot-tell', label: 'Cannot tell' },
] as const;
export type Course = (typeof courses)[number]['id'];

/** What the lines a page opens with are about, in the order they stand. */
export const openingTopics = [
  { id: 'worse', label: 'Worse' },
  { id: 'off-target', label: 'Off target' },
  { id: 'better', label: 'Better' },
  { id: 'higher-or-lower', label: 'Higher or lower' },
  { id: 'age-matters', label: 'Where age matters' },
  { id: 'not-beyond-chance', label: 'Not beyond chance' },
  { id: 'not-known', label: 'What we do not know' },
  { id: 'more', label: 'And more' },
] as const;
export type OpeningTopic = (typeof openingTopics)[number]['id'];

/** What can be wrong with a file that was refused; said without a word of what stands in it. */
export const problemKinds = [
  { id: 'file', label: 'The file as a whole is not what its source should be' },
  { id: 'layout', label: 'A sheet or column is missing or not known' },
  { id: 'row', label: 'A row is incomplete or given twice' },
  { id: 'value', label: 'A value is not understood' },
] as const;
export type ProblemKind = (typeof problemKinds)[number]['id'];

/** Words kept as data: what a partnership says beside its figures. Each kind has its layout in `documents/`. */
export const documentKinds = [
  { id: 'commitments', label: 'Commitments to narrow gaps' },
  { id: 'targets', label: 'Targets' },
  { id: 'decisions', label: 'Decisions and notes' },
  { id: 'events', label: 'Events' },
  { id: 'plan', label: 'The plan' },
  { id: 'have-your-say', label: 'Have your say' },
  { id: 'vaccination-facts', label: 'Facts about vaccination' },
] as const;
export type DocumentKind = (typeof documentKinds)[number]['id'];

export const decisionTypes = [
  { id: 'decision', label: 'Decision' },
  { id: 'note', label: 'Note' },
] as const;

export const decisionStatuses = [
  { id: 'not-started', label: 'Not started' },
  { id: 'under-way', label: 'Under way' },
  { id: 'done', label: 'Done' },
  { id: 'dropped', label: 'Dropped' },
] as const;

export const eventTypes = [
  { id: 'eligibility', label: 'Eligibility opened' },
  { id: 'clinic', label: 'Pop-up clinic' },
  { id: 'ambassadors', label: 'Ambassador session' },
  { id: 'campaign', label: 'Campaign' },
  { id: 'service', label: 'Change of service' },
  { id: 'method', label: 'Break of method' },
] as const;

/** What a recorded event does to the limits of a control chart, as NHS practice asks: always with its reason. */
export const controlChartChanges = [
  { id: 'step-change', label: 'Step change: mean and limits are worked out afresh from that day on' },
  { id: 'baseline', label: 'Baseline: mean and limits are those of the figures of that time' },
] as const;

/** What a point of a control chart (SPC) tells: ordinary variation, or a special cause and whether it is good. */
export const spcMeanings = [
  { id: 'common-cause', label: 'Ordinary variation' },
  { id: 'improvement', label: 'Special cause: improvement' },
  { id: 'concern', label: 'Special cause: concern' },
  { id: 'high', label: 'Special cause: high' },
  { id: 'low', label: 'Special cause: low' },
  { id: 'no-finding', label: 'No finding: made for demonstration' },
] as const;
export type SpcMeaning = (typeof spcMeanings)[number]['id'];

/** The rules of a control chart, in order: a point is named after the first it breaks. */
export const spcRules = [
  { id: 'outside-limits', label: 'A point outside the limits' },
  { id: 'seven-one-way', label: 'Seven or more points in a row that rise, or that fall' },
  {
    id: 'two-of-three',
    label: 'Two of three points in a row close to one limit, all on that side of the mean',
  },
  { id: 'seven-one-side', label: 'Seven or more points in a row on one side of the mean' },
  { id: 'none', label: 'No rule is broken' },
] as const;
export type SpcRule = (typeof spcRules)[number]['id'];

/** Whether a target will be reached if nothing changes. */
export const spcAssurances = [
  { id: 'pass', label: 'Reached every time, if nothing changes' },
  { id: 'fail', label: 'Missed every time, if nothing changes' },
  { id: 'hit-and-miss', label: 'Reached or missed by chance' },
  { id: 'none', label: 'No target to hold it against' },
  { id: 'no-finding', label: 'No finding: made for demonstration' },
] as const;
export type SpcAssurance = (typeof spcAssurances)[number]['id'];

/** The label of one term of a closed list; the id itself where a newer server knows more than we do. */
export function labelOf(terms: readonly Term[], id: string): string {
  return terms.find((term) => term.id === id)?.label ?? id;
}

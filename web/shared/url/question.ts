/** A question about one indicator as a URL holds it: every part may be left out; none is trusted. */
export const QUESTION_PARTS = [
  'indicator',
  'populationGroup',
  'ageBand',
  'sex',
  'ethnicScheme',
  'ethnicGroup',
  'deprivation',
  'denominator',
  'areaType',
  'period',
] as const;
type QuestionPart = (typeof QUESTION_PARTS)[number];

export type Question = Partial<Record<QuestionPart, string>>;

/** What the colours of a map show. */
export const views = [{ id: 'value' }, { id: 'verdict' }] as const;
export type View = (typeof views)[number]['id'];

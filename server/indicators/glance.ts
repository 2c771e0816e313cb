/**
 * What the place is shown by at one look: rows as `rowKey` names them, in their order; the first six that a release holds a
 * real figure of are taken. Chosen so that every stage of life, and care as well as health, has one.
 */
export const glanceList: readonly string[] = [
  'healthy-life-expectancy-at-birth.all.female',
  'preventable-cardiovascular-mortality.all',
  'obesity-year-6.children',
  'mmr-2-at-5-years.children',
  'smoking-recorded.working-age',
  'social-contact-users.frailty',
  'healthy-life-expectancy-at-birth.all.male',
  'preventable-mortality.all',
  'life-satisfaction.working-age',
  'cancer-diagnosed-early.all',
  'life-expectancy-at-birth.all.female',
  'inactive-adults.working-age',
];

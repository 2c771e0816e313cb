/**
 * What the place is shown by at one look: rows as `rowKey` names them, in their order; the first six that a release holds a
 * real figure of are taken. Chosen so that every stage of life, and care as well as health, has one, and that changes of it are tested.
 */
export const glanceList: readonly string[] = [
  'healthy-life-expectancy-at-birth.all.female',
  'preventable-cardiovascular-mortality.all',
  '4-in-1-booster-at-5-years.children',
  'obesity-adults.working-age',
  'smoking-recorded.working-age',
  'social-contact-users.frailty',
  'healthy-life-expectancy-at-birth.all.male',
  'mmr-2-at-5-years.children',
  'preventable-mortality.all',
  'life-satisfaction.working-age',
  'cancer-diagnosed-early.all',
  'life-expectancy-at-birth.all.female',
];

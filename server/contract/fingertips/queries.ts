/** What is asked of the Fingertips API. Parameters that are not named here are ignored: its clients add some of their own. */
import { Type } from 'typebox';

/** Most indicators, groups or types of area one request names. */
export const MOST_NUMBERS = 100;

const numbers = (description: string) =>
  Type.String({
    maxLength: 2000,
    description: `${description} Numbers with commas between, at most ${MOST_NUMBERS}.`,
  });
const whole = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));
const must = (description: string) => Type.String({ maxLength: 200, description });

const areas = {
  child_area_type_id: must('Type of the areas figures are asked of.'),
  parent_area_type_id: must('Type of the larger areas they lie in; 15 is England.'),
  parent_area_code: whole('Only areas in this one; left out, all.'),
};

export const dataByIndicatorQuery = Type.Object({ ...areas, indicator_ids: numbers('Indicators.') });
export const dataByGroupQuery = Type.Object({ ...areas, group_id: must('A group of indicators.') });
export const dataByProfileQuery = Type.Object({ ...areas, profile_id: must('A profile.') });

export const byIndicatorsQuery = Type.Object({ indicator_ids: numbers('Indicators.') });
export const byGroupQuery = Type.Object({ group_id: must('A group of indicators.') });
export const byGroupsQuery = Type.Object({ group_ids: numbers('Groups of indicators.') });
export const byProfileQuery = Type.Object({ profile_id: must('A profile.') });

export const areaTypesQuery = Type.Object({
  profile_ids: whole('Profiles: there is one, so it leaves nothing out.'),
});
export const areasOfTypeQuery = Type.Object({ area_type_id: must('Type of area.') });
export const areasOfParentQuery = Type.Object({
  area_type_id: must('Type of area.'),
  parent_area_code: must(
    'The area they lie in; nn-10001- and the code of the place: those it is compared with.',
  ),
});
export const parentAreasQuery = Type.Object({
  child_area_code: must('An area.'),
  parent_area_type_ids: numbers('Types of the areas it lies in.'),
});
export const childAreasQuery = Type.Object({
  child_area_type_id: must('Type of the smaller areas.'),
  parent_area_type_id: must('Type of the larger areas.'),
});
export const availableQuery = Type.Object({
  indicator_id: whole('One indicator; left out, all.'),
  area_type_id: whole('One type of area; left out, all.'),
});
export const rootsQuery = Type.Object({
  profile_id: must('A profile.'),
  area_type_id: must('Type of the areas figures are asked of.'),
});
export const latestQuery = Type.Object({
  profile_id: must('A profile.'),
  group_id: must('A group of indicators.'),
  area_type_id: must('Type of the areas figures are asked of.'),
  parent_area_code: must('The area they lie in.'),
});

const include_definition = whole('yes: with all words of the definition; else with the title alone.');
export const withDefinitionQuery = Type.Object({ include_definition });
export const byIndicatorsWithDefinitionQuery = Type.Object({
  indicator_ids: numbers('Indicators.'),
  include_definition,
});

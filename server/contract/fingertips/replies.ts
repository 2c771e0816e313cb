/** What the Fingertips API answers, with the names its clients rely on. */
import { type Static, Type } from 'typebox';
import { count, number, text } from '../described.ts';

const id = count('Its number.');
const name = text('Its name.');

export const csvReply = text(
  'CSV (RFC 4180, UTF-8): the header, then one line for each row. A withheld figure is an empty cell with its value note.',
);

const groupMetadata = Type.Object({
  Id: id,
  Name: name,
  Sequence: count('Its place in the profile.'),
  ProfileId: count('The profile it is in.'),
});
export const groupsReply = Type.Array(groupMetadata);
export const profileReply = Type.Object({
  Id: id,
  Name: name,
  Key: text('Its name in addresses.'),
  GroupIds: Type.Array(Type.Integer(), { description: 'Its groups of indicators.' }),
  GroupMetadata: Type.Array(groupMetadata, { description: 'The same with their names.' }),
});
export const profilesReply = Type.Array(profileReply);

const areaType = {
  Id: id,
  Name: name,
  Short: text('Its short name, which heads columns.'),
};
const wholeAreaType = {
  ...areaType,
  IsSearchable: Type.Boolean({ description: 'Whether areas of the type can be looked for.' }),
  CanBeDisplayedOnMap: Type.Boolean({ description: 'Whether it is a type of areas that people live in.' }),
};
export const areaTypesReply = Type.Array(Type.Object(wholeAreaType));
export const parentAreaTypesReply = Type.Array(
  Type.Object({
    ...wholeAreaType,
    ParentAreaTypes: Type.Array(Type.Object(areaType), { description: 'Types of area they lie in.' }),
  }),
);

const area = Type.Object({
  Code: text('ONS or ODS code.'),
  Name: name,
  Short: text('Its name again: we have no shorter one.'),
  AreaTypeId: count('Type of area.'),
  Sequence: count('Its place in the list.'),
});
export const fingertipsAreasReply = Type.Array(area);
export type FingertipsArea = Static<typeof area>;
export const parentAreasReply = Type.Record(Type.String(), area, {
  description: 'The area it lies in, by type.',
});
export const childAreasReply = Type.Record(Type.String(), Type.Array(Type.String()), {
  description: 'Codes of the areas in each, by its code.',
});

export const availableReply = Type.Array(
  Type.Object({
    IndicatorId: count('An indicator.'),
    AreaTypeId: count('A type of area it has figures of.'),
  }),
);
export const indicatorNamesReply = Type.Array(
  Type.Object({
    GroupId: count('The group.'),
    IndicatorId: count('The indicator.'),
    IndicatorName: text('Its title; one of made-up figures says so.'),
  }),
);

export const agesReply = Type.Array(
  Type.Object({ Id: id, Name: name, Sequence: count('Its place among the ages, youngest first.') }),
);
export const namesReply = Type.Array(Type.Object({ Id: id, Name: name }));
export const notesReply = Type.Array(Type.Object({ Id: id, Text: text('The note.') }));
export const categoryTypesReply = Type.Array(
  Type.Object({
    Id: id,
    Name: name,
    Short: text('Its short name.'),
    Description: text('What it is.'),
    Notes: text('What else must be known; empty where nothing must.'),
    Categories: Type.Array(
      Type.Object({
        Id: id,
        CategoryTypeId: count('The type it is of.'),
        Name: name,
        ShortName: text('Its name again.'),
      }),
      { description: 'The categories of the type.' },
    ),
  }),
);
export const neighbourTypesReply = Type.Array(
  Type.Object({
    NeighbourTypeId: id,
    Name: name,
    Description: text('How they were chosen.'),
    LinkText: text('What a link to them says.'),
    SelectedText: text('What is said where they are shown.'),
    ExtraLink: text('Who says so; empty where nobody is named.'),
    ApplicableAreaTypes: Type.Array(Type.Object(wholeAreaType), {
      description: 'Types of area that have them.',
    }),
  }),
);

const unit = Type.Object({
  Id: id,
  Value: number('What a share of one is multiplied by.'),
  Label: text('The unit in words; empty where there is none.'),
  ShowLeft: Type.Boolean({ description: 'Whether the label stands before the figure.' }),
});
const named = (description: string) => Type.Object({ Id: id, Name: name }, { description });

const indicatorMetadata = Type.Object({
  IID: count('Number of the indicator.'),
  Descriptive: Type.Record(Type.String(), Type.String(), {
    description:
      'What is said of it: Name and, where definitions are asked for, Definition, DataSource and the like.',
  }),
  Unit: unit,
  ValueType: named('The form of the number.'),
  YearType: named('The form of its periods.'),
  ConfidenceIntervalMethod: Type.Object(
    { Id: id, Name: name, Description: text('The method in words.') },
    { description: 'How its limits came about.' },
  ),
  DataChange: Type.Object(
    {
      LastUploadedAt: text('When its version was published.'),
      DateUpdated: text('The day of it.'),
    },
    { description: 'How new it is.' },
  ),
  SpecialCases: text('Always empty.'),
  AlwaysShowSexWithIndicatorName: Type.Boolean({ description: 'Whether the sex belongs to the title.' }),
  AlwaysShowAgeWithIndicatorName: Type.Boolean({ description: 'Whether the age belongs to the title.' }),
  AlwaysShowSpineChart: Type.Boolean({ description: 'Always false.' }),
  ShouldAveragesBeCalculated: Type.Boolean({
    description: 'Always false: areas are added up when publishing.',
  }),
  DecimalPlacesDisplayed: count('How many decimals are shown.'),
  TargetId: Type.Null({ description: 'Targets are not told here.' }),
  LatestChangeTimestampOverride: Type.Null({ description: 'Never used.' }),
});
export type IndicatorMetadata = Static<typeof indicatorMetadata>;
export const metadataReply = Type.Record(Type.String(), indicatorMetadata, {
  description: 'By the number of the indicator.',
});

export const rootsReply = Type.Array(
  Type.Object({
    IID: count('Number of the indicator.'),
    GroupId: count('The group it is listed in.'),
    Sex: named('Sex.'),
    Age: named('Age.'),
    StateSex: Type.Boolean({ description: 'Whether the sex belongs to the title.' }),
    StateAge: Type.Boolean({ description: 'Whether the age belongs to the title.' }),
    IndicatorName: text('Its title; one of made-up figures says so.'),
    Unit: unit,
  }),
);

const coreDataSet = Type.Object({
  AreaCode: text('The area.'),
  AreaTypeId: count('Its type.'),
  AgeId: count('Age.'),
  SexId: count('Sex.'),
  Val: number('The figure; -1 where there is none.'),
  ValF: text('The same as it is shown; empty where there is none.'),
  LoCI: number('Lower 95% limit; -1 where there is none.'),
  UpCI: number('Upper 95% limit; -1 where there is none.'),
  Count: number('What the indicator counts; -1 where that is not given.'),
  Denom: number('All they are counted among; -1 where that is not given.'),
  NoteId: Type.Optional(count('The value note, where there is one.')),
  Sig: Type.Record(Type.String(), Type.Integer(), {
    description:
      'Against England (4) and the parent area (1): 0 not compared, 1 worse or lower, 2 similar, 3 better or higher.',
  }),
});
export type CoreDataSet = Static<typeof coreDataSet>;
export const latestReply = Type.Array(
  Type.Object({
    IID: count('Number of the indicator.'),
    Sequence: count('Its place in the group.'),
    Sex: named('Sex.'),
    Age: named('Age.'),
    StateSex: Type.Boolean({ description: 'Whether the sex belongs to the title.' }),
    StateAge: Type.Boolean({ description: 'Whether the age belongs to the title.' }),
    Grouping: Type.Array(
      Type.Object({
        ComparatorId: count('4: England.'),
        MethodId: count('How it is compared.'),
        Period: text('The period of the figures.'),
      }),
      { description: 'What the figures are of.' },
    ),
    Data: Type.Array(coreDataSet, { description: 'The newest figures of the areas.' }),
  }),
);

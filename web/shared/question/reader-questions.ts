import type { LinkProps } from '@tanstack/react-router';
import type { PlaceReply } from '../../../server/contract/place-reply.ts';
import { hasSomething } from '../ui/nav-items.ts';
import type { Question, View } from '../url/question.ts';

interface ReaderQuestion {
  readonly text: string;
  /** As the map holds it. */
  readonly search: Question & { readonly indicator: string; readonly view?: View };
}
export interface Reader {
  /** `{programme}` stands for the place's own programme against ethnic disparities. */
  readonly name: string;
  readonly purpose: string;
  readonly questions: readonly ReaderQuestion[];
  /** Questions that have a page of their own. */
  readonly pages?: readonly { readonly text: string; readonly to: NonNullable<LinkProps['to']> }[];
}

/** The readers and the questions they bring; a question whose indicator is not loaded is not shown. */
export const readers: readonly Reader[] = [
  {
    name: 'Partnership board',
    purpose: 'Are outcomes moving, for whom, and how far apart are our wards?',
    questions: [
      {
        text: 'Which wards were behind on first COVID-19 doses at 65 and over, beyond chance?',
        search: {
          indicator: 'covid-19-dose-1',
          populationGroup: 'frailty',
          denominator: 'nims',
          view: 'verdict',
        },
      },
      {
        text: 'How does the picture change when we count Census residents instead?',
        search: {
          indicator: 'covid-19-dose-1',
          populationGroup: 'frailty',
          denominator: 'census',
          view: 'verdict',
        },
      },
      {
        text: 'Where is deprivation highest?',
        search: { indicator: 'deprivation-score-2025', areaType: 'ward' },
      },
    ],
    pages: [
      { text: 'Where do we stand on our four aims, for whom, and are gaps closing?', to: '/board' },
      { text: 'What changed since the last release?', to: '/changes' },
    ],
  },
  {
    name: '{programme} leads',
    purpose: 'How far apart are our communities, where do they live, and what is not known of them?',
    questions: [
      {
        text: 'Where do Black residents live?',
        search: { indicator: 'residents', ethnicScheme: 'census-2021-5', ethnicGroup: 'black' },
      },
      {
        text: 'Where do Asian residents live?',
        search: { indicator: 'residents', ethnicScheme: 'census-2021-5', ethnicGroup: 'asian' },
      },
      {
        text: 'Where did second doses reach working-age adults least?',
        search: { indicator: 'covid-19-dose-2', populationGroup: 'working-age' },
      },
    ],
    pages: [{ text: 'How far apart are ethnic groups, and is it real?', to: '/disparities' }],
  },
  {
    name: 'Planners',
    purpose: 'Which wards, which groups, and how many people?',
    questions: [
      {
        text: 'How many people aged 65 and over live in each ward?',
        search: { indicator: 'residents', ageBand: '65-plus' },
      },
      {
        text: 'Which small areas are among the most deprived tenths of England?',
        search: { indicator: 'deprivation-decile-2025', areaType: 'lsoa' },
      },
      {
        text: 'Where were first doses lowest among people aged 65 and over?',
        search: { indicator: 'covid-19-dose-1', populationGroup: 'frailty' },
      },
    ],
    pages: [
      { text: 'Where did COVID-19 vaccination reach fewest people, and at which ages?', to: '/vaccination' },
    ],
  },
  {
    name: 'Residents',
    purpose: 'What is planned, and how am I heard?',
    questions: [],
    pages: [
      { text: 'What does the partnership plan, and how is it going?', to: '/plan' },
      { text: 'What can I believe about vaccination?', to: '/vaccination-facts' },
    ],
  },
];

/** The indicator the map opens with: that of the first question we can answer, else the first we hold. */
export const firstQuestion = (held: readonly string[]): string | undefined =>
  readers
    .flatMap(({ questions }) => questions.map(({ search }) => search.indicator))
    .find((id) => held.includes(id)) ?? held[0];

/** What a reader is asked about what is held; undefined where nothing is left of it. Before it is known, all. */
export function answeredFor(
  reader: Reader,
  held: readonly string[] | undefined,
  place: PlaceReply | undefined,
): Pick<Required<Reader>, 'questions' | 'pages'> | undefined {
  const questions = reader.questions.filter(({ search }) => held?.includes(search.indicator) ?? true);
  const pages = (reader.pages ?? []).filter(({ to }) => hasSomething(to, place));
  return questions.length + pages.length === 0 ? undefined : { questions, pages };
}

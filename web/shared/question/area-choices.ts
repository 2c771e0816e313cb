/** Areas a sentence offers, the whole place first. Pure. */
import type { AreasReply } from '../../../server/contract/replies.ts';
import type { TextChoice } from './inline-select.tsx';

const areaKinds = [
  { type: 'borough', heading: 'The whole place' },
  { type: 'neighbourhood', heading: 'Neighbourhoods' },
  { type: 'ward', heading: 'Wards' },
] as const;

export const areaChoices = (areas: AreasReply['areas'], place: string): TextChoice[] =>
  areaKinds.flatMap(({ type, heading }) =>
    areas
      .filter((area) => area.type === type && (type !== 'borough' || area.code === place))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .map(({ code, name }) => ({ value: code, text: name, fits: true, group: heading })),
  );

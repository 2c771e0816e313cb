import { describe, expect, test } from 'vitest';
import {
  changedSearch,
  oneOfTerms,
  type ParameterReaders,
  parseSearch,
  readSearch,
  stringifySearch,
  type Unread,
  word,
} from './read-search.ts';

interface Search extends Unread {
  indicator?: string;
  view?: 'value' | 'verdict';
}
const readers: ParameterReaders<Search> = {
  indicator: word,
  view: oneOfTerms([{ id: 'value' }, { id: 'verdict' }]),
};
const read = (raw: Record<string, unknown>) => readSearch(readers, raw);

describe('reading the parameters of a page', () => {
  test('keeps what can be read, and by name what cannot', () => {
    expect(read({ indicator: 'residents', view: 'sideways', nonsense: 'x', toString: 'y' })).toEqual({
      indicator: 'residents',
      unread: { view: 'sideways', nonsense: 'x', toString: 'y' },
    });
    expect(read({ indicator: '<script>' })).toEqual({ unread: { indicator: '<script>' } });
  });
  test('says nothing where everything can be read, of choices nobody made, or of counters of visits', () => {
    expect(read({ indicator: 'residents', view: '', utm_source: 'letter', fbclid: '1' })).toEqual({
      indicator: 'residents',
    });
  });
  test('what cannot be read is named as nothing, since the router lays what is read over the URL', () => {
    const raw = { view: 'sideways', nonsense: 'x', indicator: '' };
    expect({ ...raw, ...read(raw) }).toEqual({ unread: { view: 'sideways', nonsense: 'x' } });
  });
  test('what cannot be read stays in the URL, and is read again as before', () => {
    const search = read({ indicator: 'residents', view: 'sideways' });
    const text = stringifySearch({ ...search });
    expect(new URLSearchParams(text).get('view')).toBe('sideways');
    expect(read(parseSearch(text))).toEqual(search);
    expect(read({ ...search })).toEqual(search);
  });
});

test('an empty search has no question mark', () => {
  expect(stringifySearch({})).toBe('');
});

test('a change drops what is set to undefined and what could not be read, and leaves the old search be', () => {
  const search: Search = { indicator: 'residents', view: 'value', unread: { sex: 'x' } };
  expect(changedSearch(search, { view: undefined })).toEqual({ indicator: 'residents' });
  expect(search.view).toBe('value');
});

test('what a list of a form sends as one is read as the parameters it stands for', () => {
  expect(parseSearch('?ethnicity=census-2021-5/black&sex=female')).toEqual({
    ethnicScheme: 'census-2021-5',
    ethnicGroup: 'black',
    sex: 'female',
  });
  expect(parseSearch('?ethnicity=all')).toEqual({});
  expect(parseSearch('?groups=deprivation')).toEqual({ by: 'deprivation' });
  expect(parseSearch('?groups=nhs-16')).toEqual({ by: 'ethnicGroup', ethnicScheme: 'nhs-16' });
  expect(parseSearch('?gap=overcrowding/black')).toEqual({ indicator: 'overcrowding', group: 'black' });
});

import { describe, expect, test } from 'vitest';
import { lsoas, placesOf, readBy, wards } from '../testing.ts';
import { onsLookups } from './ons-lookups.ts';

const read = (text: string, options?: Parameters<typeof readBy>[2]) => readBy(onsLookups, text, options);

describe('LSOA to ward', () => {
  const file = `lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_code
Small 1,${lsoas[0]},A wrong name,${wards[0]},E09000099
Elsewhere,E01999999,Elsewhere,E05999999,E09000001
`;
  test('links the small areas of the place whole, to wards of no year', async () => {
    const { items, problems, tally } = await read(file, { nothingLoaded: true });
    expect(problems).toEqual([]);
    expect(tally).toEqual({ read: 2, skipped: 1 });
    expect(items).toEqual([
      { kind: 'area', type: 'lsoa', edition: '2021', code: lsoas[0], name: 'Small 1' },
      { kind: 'area', type: 'ward', edition: '', code: wards[0], name: 'A wrong name' },
      {
        kind: 'link',
        from: { type: 'lsoa', edition: '2021', code: lsoas[0] },
        to: { type: 'ward', edition: '', code: wards[0] },
        weight: 1,
      },
    ]);
  });

  test('is known by ONS headers of any year', async () => {
    const ons = file.replace(
      'lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_code',
      'LSOA21NM,LSOA21CD,WD25NM,WD25CD,LAD25CD',
    );
    expect((await read(ons)).items).toHaveLength(3);
  });

  test('of all England names no small areas, and is read all the same', async () => {
    const national = `lsoa21_code,ward24_code,ward24_name,ltla24_code,ltla24_name
E01999999,E05999999,Elsewhere,E06000002,Farborough
${lsoas[0]},${wards[0]},North,E09000099,Exampleton
${lsoas[1]},${wards[1]},South,E09000099,Exampleton
`;
    const { items, problems, tally } = await read(national, { nothingLoaded: true });
    expect(problems).toEqual([]);
    expect(tally).toEqual({ read: 3, skipped: 1 });
    expect(items.flatMap((item) => (item.kind === 'area' ? [`${item.code} ${item.name}`] : []))).toEqual([
      `${lsoas[0]} `,
      `${wards[0]} North`,
      `${lsoas[1]} `,
      `${wards[1]} South`,
    ]);
  });

  test('is refused where a code is none', async () => {
    expect(placesOf((await read(file.replace(wards[0], 'Ward 1'))).problems)).toEqual(['2, ward24_code']);
  });
});

test('a split small area has no share of its own: residents decide', async () => {
  const { items, problems } = await read(
    `lsoa11_code,lsoa11_name,change_code,lsoa21_code,lsoa21_name,ltla22_code
${lsoas[0]},Small,S,E01000011,Small A,E09000099
${lsoas[1]},Small,M,E01000012,Small B,E09000099
${lsoas[2]},Small,Q,E01000013,Small C,E09000099
`,
  );
  expect(items.flatMap((item) => (item.kind === 'link' ? [item.weight] : []))).toEqual([null, 1]);
  expect(placesOf(problems)).toEqual(['4, change_code']);
});

test('a lookup that names no borough is read by the codes already loaded', async () => {
  const { items, tally } = await read(
    `lsoa11_name,lsoa11_code,msoa11_name,msoa11_code\nSmall,${lsoas[0]},Middle 001,E02000001\nx,E01999999,y,E02999999\n`,
  );
  expect(tally.skipped).toBe(1);
  expect(items.map((item) => item.kind)).toEqual(['area', 'area', 'link']);
});

test('MSOAs get the names people use', async () => {
  const { items } = await read('msoa11cd,msoa11nm,msoa11hclnm\nE02000001,Exampleton 001,Old Town\n');
  expect(items).toEqual([
    { kind: 'known-as', type: 'msoa', edition: '2011', code: 'E02000001', name: 'Old Town' },
  ]);
});

import { expect, test } from 'vitest';
import type { DataReply } from '../../../server/contract/data-reply.ts';
import { loadsOf } from './loads.ts';

type Dataset = DataReply['datasets'][number];
const load = (sha256: string, loadedAt: string) => ({ sha256, loadedAt }) as Dataset['loads'][number];
const dataset = (title: string, loads: Dataset['loads']) => ({ title, loads }) as Dataset;

test('a load that serves two datasets is listed once, with both; the newest comes first', () => {
  const [old, recent] = [load('a', '2026-01-05T09:00:00Z'), load('b', '2026-02-05T09:00:00Z')];
  const found = loadsOf([dataset('Residents', [old]), dataset('Vaccination', [recent, old])]);
  expect(found).toEqual([
    { load: recent, datasets: ['Vaccination'] },
    { load: old, datasets: ['Residents', 'Vaccination'] },
  ]);
});

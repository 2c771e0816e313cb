/** Figures of the demonstration that are taken back: nothing that is served holds them any more, and publishing goes on without. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOwner, type Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/schema.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import type { DataReply } from '../contract/data-reply.ts';
import { paths } from '../contract/paths.ts';
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import type { IndicatorAreasReply, IndicatorsReply } from '../contract/replies.ts';
import { runPublish } from '../publish/run.ts';
import { runWithdraw } from '../publish/withdraw.ts';
import type { FiguresAsked } from '../publish/withdrawal-scope.ts';
import { demonstrationApp, testConfig } from '../testing.ts';

const { place } = testConfig;
const now = () => new Date('2026-11-28T12:00:00Z');
/** A server asks this often whether what is served is another. */
const KNOWN_AFTER_MS = 1100;
const WALKED = 300;

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let owner: Database<AllTables>;
beforeAll(async () => {
  demo = await demonstrationApp({ now });
  owner = connectOwner(demo.location);
});
afterAll(async () => {
  await demo.close();
  await owner.close();
});

/** One of the place by ethnic group, published exactly; one of a ward by ethnic group, protected. */
const OFFICIAL = { indicator: 'general-health-not-good', group: 'black' };
const PROTECTED = { indicator: 'covid-19-vaccination-from-records-dose-1', group: 'black' };

test('x', async () => {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  for (const one of indicators) console.log(one.id, one.basis, one.latestPeriod, one.finestArea, one.unit);
});
void [setTimeout, describe, expect, runPublish, runWithdraw, place, KNOWN_AFTER_MS, WALKED, OFFICIAL, PROTECTED];
export type _ = [ChangesReply, DataReply, DisparitiesReply, IndicatorAreasReply, FiguresAsked];

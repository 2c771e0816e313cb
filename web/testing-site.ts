/**
 * The site that browser tests visit: one server of the demonstration for every file that only reads, started when the first file
 * asks and stopped when the run ends. A file that changes what is published starts a server of its own.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import type { DatabaseLocation } from '../db/connect.ts';
import { copyOfDemonstration } from '../server/testing.ts';
import { untilFree } from '../server/testing-process.ts';
import { type RunningApp, startApp } from './testing-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the address of the site, once it listens. */
    siteDoor: string;
  }
}

export type Site = Pick<RunningApp, 'address'>;

/** The site of the run; a reader like any other, so nothing of it may be changed. */
export async function openSite(): Promise<Site> {
  const answer = await fetch(inject('siteDoor'));
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  return { address: said };
}

/** What is drawn first compiles most of what draws: several browsers at once would find a server that calls itself busy. */
async function startWarm(location: DatabaseLocation): Promise<RunningApp> {
  const app = await startApp(location);
  for (const path of ['/', '/plan', '/vaccination', '/disparities', '/board', '/map'])
    await (await fetch(app.address + path)).arrayBuffer();
  await untilFree(app.address);
  return app;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { postgresUrl, demonstration } = project.getProvidedContext();
  let app: Promise<RunningApp> | undefined;
  const door = createServer(async (_request, reply) => {
    app ??= copyOfDemonstration(postgresUrl, demonstration).then(startWarm);
    await app.then(
      ({ address }) => reply.end(address),
      (fault) => reply.writeHead(500).end(String(fault)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('siteDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await (await app?.catch(() => undefined))?.stop();
  };
}

import { expect, test } from 'vitest';
import { listenToStaleness, noteStaleness, secondsStale } from './staleness.ts';

const reply = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
});
const AWAY = { warning: '110 - "the database is away"', age: '7' };

test('replies from memory are stale until one comes from the database again; a refusal does not end it', () => {
  const heard: (number | undefined)[] = [];
  const stop = listenToStaleness(() => heard.push(secondsStale()));
  noteStaleness(reply(200));
  expect(secondsStale()).toBeUndefined();
  noteStaleness(reply(200, AWAY));
  expect(secondsStale()).toBe(7);
  noteStaleness(reply(503));
  expect(secondsStale()).toBe(7);
  noteStaleness(reply(200));
  expect(heard).toEqual([7, undefined]);
  stop();
});

/** Row types of the desk: work that was asked for. */
import type { Generated, JSONColumnType } from 'kysely';
import type { IntakeTables } from './intake-schema.ts';
import type { ReleaseTables } from './schema.ts';

/** Long work that somebody asked for: to load files, or to publish. Without an outcome it waits, or a worker has its row locked. */
interface JobRow {
  id: Generated<number>;
  kind: string;
  request: JSONColumnType<object>;
  asked_at: Generated<string>;
  outcome: 'done' | 'failed' | null;
  result: JSONColumnType<object> | null;
  fault: string | null;
  ended_at: string | null;
}
/** Each time a worker began: a job that workers keep dying of is given up. */
interface JobAttemptRow {
  job_id: number;
  /** Number of the process. */
  worker: number;
  started_at: Generated<string>;
}
interface JobProgressRow {
  job_id: number;
  share: number;
  /** What is being read, in words. */
  what: string;
}
interface JobLineRow {
  id: Generated<number>;
  job_id: number;
  line: string;
}
export interface DeskTables {
  'desk.job': JobRow;
  'desk.job_attempt': JobAttemptRow;
  'desk.job_progress': JobProgressRow;
  'desk.job_line': JobLineRow;
}
/** Everything an owner of the database reaches. */
export type AllTables = IntakeTables & ReleaseTables & DeskTables;

/** Every reply that a test asks for is held to the contract: its status, its form, and what is in it. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { Compile } from 'typebox/schema';
import type { TypedInstance } from './routes/context.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly schema: { readonly enum?: readonly string[]; readonly type?: string };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
export interface Contract {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
}

/** A reply as the app gives it to a test. */
interface Given {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly rawPayload: Buffer;
}

const checks = new Map<object, ReturnType<typeof Compile>>();
function fits(schema: object, body: unknown): boolean {
  const check = checks.get(schema) ?? Compile(schema as never);
  checks.set(schema, check);
  return check.Check(body);
}

/** As it was before it was compressed. */
function textOf({ headers, rawPayload }: Given): string {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(rawPayload).toString();
  return (encoding === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString();
}

/** What the contract does not say of a reply to a GET of one of its paths; empty where it says all of it. */
export function notInContract(contract: Contract, path: string, reply: Given): string[] {
  const { statusCode: status } = reply;
  const type = String(reply.headers['content-type'] ?? '');
  const { responses } = contract.paths[path]?.get ?? { responses: {} };
  const described = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
  // A method, or an address, that the contract does not have is answered by nobody's route.
  if (described === undefined) return status < 400 ? [`the contract has no ${status}`] : [];
  const form = described.content?.[type.split(';')[0] ?? ''];
  if (form === undefined) return [`the contract has no ${type} for ${status}`];
  const body = /json/.test(type) ? JSON.parse(textOf(reply)) : textOf(reply);
  return fits(form.schema, body) ? [] : [`the reply is not as the contract says for ${status}`];
}

/** Finds the path of the contract that an address is of; an address of none is a page, or nowhere. */
function pathFinder(contract: Contract): (url: string) => string | undefined {
  const known = Object.keys(contract.paths)
    // What is written out is meant before what may be anything.
    .toSorted((one, other) => one.split('{').length - other.split('{').length)
    .map((path) => ({
      path,
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    }));
  return (url) => {
    const [pathname = ''] = url.split('?');
    return known.find(({ pattern }) => pattern.test(pathname))?.path;
  };
}

/** From now on a reply of the app that is not as its contract says is a fault of the test that asked for it. */
export function holdToContract(app: TypedInstance): void {
  const ask = app.inject.bind(app) as (asked: string | InjectOptions) => Promise<Given>;
  let held: { readonly contract: Contract; readonly pathOf: ReturnType<typeof pathFinder> } | undefined;
  // A reply from memory is that of before.
  const seen = new Set<string>();
  const asking = async (asked: string | InjectOptions) => {
    const reply = await ask(asked);
    const { url, method = 'GET' } = typeof asked === 'string' ? { url: asked } : asked;
    if (typeof url !== 'string' || method !== 'GET' || reply.statusCode === 304) return reply;
    if (held === undefined) {
      const contract = JSON.parse(JSON.stringify(app.swagger())) as Contract;
      held = { contract, pathOf: pathFinder(contract) };
    }
    const path = held.pathOf(url);
    const key = `${path} ${reply.headers.etag}`;
    const isPage = String(reply.headers['content-type'] ?? '').startsWith('text/html');
    if (path === undefined || isPage || (reply.headers.etag !== undefined && seen.has(key))) return reply;
    seen.add(key);
    const faults = notInContract(held.contract, path, reply);
    if (faults.length > 0) throw new Error(`${url}: ${faults.join('; ')}`);
    return reply;
  };
  app.inject = asking as never;
}

/** What Node's own parser refuses never becomes a request: it is answered all the same, in the words and headers of every other fault. */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type ProblemCode, problemOf } from '../errors.ts';
import type { SecurityHeaders } from './security-headers.ts';

interface Refusal {
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
}

const NOT_HTTP: Refusal = {
  status: 400,
  code: 'unreadable-request',
  detail: 'The request cannot be read as HTTP.',
};
const NO_TUNNEL: Refusal = {
  status: 405,
  code: 'method-not-allowed',
  detail: 'There is no way through to other servers from here.',
};
const NO_CONDITION: Refusal = {
  status: 417,
  code: 'unreadable-request',
  detail: 'The condition in the header "Expect" is not one that is kept here.',
};

/** So long what a refused request goes on sending is thrown away. */
const LISTENING_MS = 1000;

/** By the code of the parser's fault. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_INVALID_METHOD: {
    status: 400,
    code: 'unreadable-request',
    detail: 'The request begins with no method of HTTP: use GET.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'unreadable-request',
    detail: 'Address and headers together are longer than 16 KB.',
  },
  HPE_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'unreadable-request',
    detail: 'The header "Content-Length" must be a whole number, once.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'unreadable-request',
    detail: 'The request took too long to arrive.',
  },
};

/** For Fastify's `clientErrorHandler`. */
export const answerUnreadable =
  (headers: SecurityHeaders) =>
  (fault: NodeJS.ErrnoException, socket: Duplex): void => {
    // Refused already, and still sending.
    if (socket.writableEnded) return;
    // The reader has gone: there is nobody to answer.
    if (fault.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuse(socket, headers, REFUSALS[fault.code ?? ''] ?? NOT_HTTP);
  };

/** What Node answers by itself where nobody listens, without a word or a header of ours. */
export function answerUnusual(app: FastifyInstance, headers: SecurityHeaders): void {
  app.server.on('connect', (_request: IncomingMessage, socket: Duplex) => refuse(socket, headers, NO_TUNNEL));
  app.server.on('checkExpectation', ({ socket }: IncomingMessage) => refuse(socket, headers, NO_CONDITION));
}

/** It was read by nobody, so it has no number and no line in the log. */
function refuse(socket: Duplex, headers: SecurityHeaders, { status, code, detail }: Refusal): void {
  const body = JSON.stringify({ ...problemOf(code, detail), status });
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'GET, HEAD, OPTIONS' }),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  // Cut at once, the reply would be lost on somebody who is still sending.
  setTimeout(() => socket.destroy(), LISTENING_MS).unref();
}

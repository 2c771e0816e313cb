/** The headers that keep a browser from doing what no page of ours asks for: the same on every reply, so worked out once. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

export type SecurityHeaders = Readonly<Record<string, string>>;

const POLICY = {
  baseUri: ["'self'"],
  defaultSrc: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  upgradeInsecureRequests: null,
};

/** @param hstsSeconds how long browsers are to insist on TLS; left out, they are told nothing. */
export function securityHeaders(hstsSeconds?: number): SecurityHeaders {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  helmet({
    contentSecurityPolicy: { directives: POLICY },
    strictTransportSecurity: hstsSeconds ? { maxAge: hstsSeconds } : false,
  })(response.req, response, () => undefined);
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}

/** What goes wrong before a request can be read has them too (`unreadable.ts`); all others have them from here. */
export function setOnEveryReply(app: FastifyInstance, headers: SecurityHeaders): void {
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
}

import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { MARKS_IN_WORDS } from '../contract/without-figure.ts';

export const csvReply = Type.String({
  description: `CSV (RFC 4180, UTF-8 with a byte order mark): lines naming what it holds, an empty line, then the figures. ${MARKS_IN_WORDS}.`,
});

/** The name says the release, so that files of two meetings do not overwrite each other. */
export function sendCsv(reply: FastifyReply, name: string, release: number, text: string): string {
  reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}-release-${release}.csv"`);
  return text;
}

import { type Static, Type } from 'typebox';

/** RFC 9457 problem details; the code is one of a closed list (server/errors.ts). */
export const problem = Type.Object({
  type: Type.String({ description: 'A URI reference that identifies the kind of problem.' }),
  title: Type.String({ description: 'The kind of problem, in words.' }),
  status: Type.Integer({ description: 'The HTTP status.' }),
  code: Type.String({ description: 'The kind of problem, for programs.' }),
  detail: Type.String({ description: 'What is wrong with this request and what would be right.' }),
  request: Type.Optional(
    Type.String({
      description: 'The number of this request, under which whoever runs the server finds it in the log.',
    }),
  ),
  field: Type.Optional(Type.String({ description: 'The query or path parameter at fault.' })),
  allowed: Type.Optional(Type.Array(Type.String(), { description: 'The values that would be accepted.' })),
});
export type Problem = Static<typeof problem>;

/** The contract as OpenAPI, and the pages that show it. */
import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypedInstance } from '../routes/context.ts';
import { nameMediaTypes } from './described-replies.ts';

const INFORMATION = {
  title: 'Population-health inequalities',
  version: '1',
  description:
    'Aggregated indicators per area and population group, with intervals and verdicts. Every reply names the release it was answered from and echoes its query; ?release=N answers as reported then.',
};

/** Register it before the routes it describes. */
export async function describeRoutes(app: TypedInstance, publicUrl: string | undefined): Promise<void> {
  await app.register(swagger, {
    openapi: {
      // As JSON Schema has it, which every checker reads.
      openapi: '3.1.0',
      info: INFORMATION,
      ...(publicUrl !== undefined && { servers: [{ url: publicUrl }] }),
    },
    transformObject: (found) =>
      nameMediaTypes('openapiObject' in found ? found.openapiObject : found.swaggerObject),
  });
}

/** @param base the path the site lies below, empty where it lies below none. */
export async function registerDocumentation(app: TypedInstance, base: string): Promise<void> {
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply, payload) => {
      const location = reply.getHeader('location');
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
      if (typeof location === 'string' && location.startsWith('/')) reply.header('location', base + location);
      return payload;
    });
    await docs.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      indexPrefix: base,
      staticCSP: true,
      // Ours, which asks nobody else and works over plain http on a machine of one's own.
      transformStaticCSP: (policy) =>
        policy.replace(/upgrade-insecure-requests;?/, '').replace(/ validator\.swagger\.io/, ''),
    });
  });
}

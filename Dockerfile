# The site and its commands in one image. Build: docker build -t population-health .
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
# The image has Node already: the one from npm is for machines that have an older.
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_FOLDER=/data
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# A user with an entry of its own: the embedded server asks for its name.
RUN useradd --system --home-dir /data --shell /usr/sbin/nologin dashboard && install -d -o dashboard -g dashboard -m 0700 /data
USER dashboard
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT ?? 3000) + '/api/v1/health').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]

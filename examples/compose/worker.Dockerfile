# Build with examples/workers as context.
FROM node:22-alpine
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY src src
USER 1000:1000
# Not through npm: it does not pass SIGTERM on, and the worker would stay registered.
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["src/worker-simple.ts"]

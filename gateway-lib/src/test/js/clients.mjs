import { createHmac } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Centrifuge as JsonCentrifuge } from "centrifuge";
import { Centrifuge as ProtobufCentrifuge } from "centrifuge/build/protobuf";
import { EventSource } from "eventsource";
import WebSocket from "ws";

const DEADLINE_MS = 10_000;
const url = required("GATEWAY_URL");
const http = url.replace(/^ws/, "http");
const secret = required("TOKEN_SECRET");
const utf8 = { encode: (text) => new TextEncoder().encode(text), decode: (bytes) => new TextDecoder().decode(bytes) };

const json = { toData: (text) => JSON.parse(text), toText: (data) => JSON.stringify(data) };
const protobuf = { toData: utf8.encode, toText: utf8.decode };
const overWebSocket = { address: `${url}/connection/websocket`, options: { websocket: WebSocket } };
const over = (transport) => ({
  address: [{ transport, endpoint: `${http}/connection/${transport}` }],
  options: { emulationEndpoint: `${http}/emulation`, eventsource: EventSource },
});
const way = (Centrifuge, { address, options }, texts) => ({
  create: (more) => new Centrifuge(address, { ...options, ...more }),
  emulated: "emulationEndpoint" in options,
  ...texts,
});

/**
 * How the SDK is made for each encoding and transport, and how it takes and gives JSON text. Beside a connection, each
 * command is a request of its own: only those that wait for the one before are in order.
 */
export const encodings = {
  json: way(JsonCentrifuge, overWebSocket, json),
  protobuf: way(ProtobufCentrifuge, overWebSocket, protobuf),
  "json over HTTP streaming": way(JsonCentrifuge, over("http_stream"), json),
  "protobuf over HTTP streaming": way(ProtobufCentrifuge, over("http_stream"), protobuf),
  "json over SSE": way(JsonCentrifuge, over("sse"), json),
};

/** A client that disconnects when the test ends. */
export function newClient(t, encoding, options) {
  const client = encodings[encoding].create(options);
  t.after(() => client.disconnect());
  return client;
}

export async function connected(t, encoding, user, options) {
  const client = newClient(t, encoding, { token: token(user), ...options });
  client.connect();
  await client.ready(DEADLINE_MS);
  return client;
}

export async function subscribed(client, channel, options) {
  const subscription = client.newSubscription(channel, options);
  subscription.subscribe();
  await subscription.ready(DEADLINE_MS);
  return subscription;
}

/** The next event of that name that the condition holds for. */
export async function next(emitter, name, condition = () => true) {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  for (;;) {
    const [event] = await once(emitter, name, { signal });
    if (condition(event)) return event;
  }
}

export async function until(condition) {
  const deadline = Date.now() + DEADLINE_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not within ${DEADLINE_MS} ms: ${condition}`);
    await sleep(10);
  }
}

export function token(user, { secondsToLive = 600, key = secret, claims = {} } = {}) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const expiresAt = Math.floor(Date.now() / 1_000) + secondsToLive;
  const content = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: user, exp: expiresAt, ...claims })}`;
  return `${content}.${createHmac("sha256", key).update(content).digest("base64url")}`;
}

/** A WebSocket that tells how many bytes it was sent. */
export function counting(onBytes) {
  return class extends WebSocket {
    constructor(...args) {
      super(...args);
      this.on("message", (data) => onBytes(data.length ?? data.byteLength));
    }
  };
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

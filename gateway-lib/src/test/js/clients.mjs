import { createHmac } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Centrifuge as JsonCentrifuge } from "centrifuge";
import { Centrifuge as ProtobufCentrifuge } from "centrifuge/build/protobuf";
import WebSocket from "ws";

const DEADLINE_MS = 10_000;
const url = required("GATEWAY_URL");
const secret = required("TOKEN_SECRET");
const utf8 = { encode: (text) => new TextEncoder().encode(text), decode: (bytes) => new TextDecoder().decode(bytes) };

/** How the SDK of each encoding is made, and how it takes and gives JSON text. */
export const encodings = {
  json: {
    create: (options) => new JsonCentrifuge(url, options),
    toData: (text) => JSON.parse(text),
    toText: (data) => JSON.stringify(data),
  },
  protobuf: {
    create: (options) => new ProtobufCentrifuge(url, options),
    toData: utf8.encode,
    toText: utf8.decode,
  },
};

/** A client that disconnects when the test ends. */
export function newClient(t, encoding, options) {
  const client = encodings[encoding].create({ websocket: WebSocket, ...options });
  t.after(() => client.disconnect());
  return client;
}

export async function connected(t, encoding, user) {
  const client = newClient(t, encoding, { token: token(user) });
  client.connect();
  await client.ready(DEADLINE_MS);
  return client;
}

export async function subscribed(client, channel) {
  const subscription = client.newSubscription(channel);
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

export function token(user, { secondsToLive = 600, key = secret } = {}) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const expiresAt = Math.floor(Date.now() / 1_000) + secondsToLive;
  const content = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: user, exp: expiresAt })}`;
  return `${content}.${createHmac("sha256", key).update(content).digest("base64url")}`;
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

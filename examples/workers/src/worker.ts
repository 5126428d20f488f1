import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { type ClientEvent, parseEvent } from "./event.ts";

const ACTIVE_WORKERS = "workers:active";
const BLOCK_MS = 5_000;
const BATCH = 500;
const PAUSE_MS = 1_000;
const UNREGISTER_MS = 3_000;

export const workerId = process.env.WORKER_ID || `worker-${hostname()}-${process.pid}`;

/**
 * Registers the worker and hands it each event of its stream, in order, until the process is told to stop.
 *
 * At most once: an event that arrives while the worker is down, or is read just before it dies, is not seen again.
 */
export async function runWorker(handle: (event: ClientEvent) => void): Promise<void> {
  const url = process.env.REDIS_URL || "redis://localhost:6379";
  const redis = connect(url);
  const reader = connect(url); // a blocking read occupies its connection
  const stream = `messages:worker:${workerId}`;

  // Before registering: from then on the gateway may append.
  let position = await endOf(redis, stream);
  await redis.zadd(ACTIVE_WORKERS, Date.now(), workerId);
  console.log(`${workerId}: registered, reading ${stream}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    try {
      const removed = await Promise.race([redis.zrem(ACTIVE_WORKERS, workerId), sleep(UNREGISTER_MS)]);
      console.log(`${workerId}: ${removed === undefined ? "still registered: Redis does not answer" : "unregistered"}`);
    } finally {
      reader.disconnect(); // ends the blocking read
      redis.disconnect();
    }
  };
  // Not once(): npm and the terminal may both send the signal, and the second must not kill us half-way.
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);

  while (!stopping) {
    try {
      const answer = await reader.xread("COUNT", BATCH, "BLOCK", BLOCK_MS, "STREAMS", stream, position);
      for (const [id, fields] of answer?.[0]?.[1] ?? []) {
        position = id;
        handleEntry(id, fields, handle);
      }
    } catch (error) {
      if (stopping) break;
      console.error(`${workerId}: ${message(error)}; trying again`);
      await sleep(PAUSE_MS);
    }
  }
}

function connect(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null }); // a command waits until Redis is there
  redis.on("error", (error) => console.error(`${workerId}: Redis: ${message(error)}`));
  return redis;
}

/** What `$` means, as an id: between two reads from `$` events would be missed. */
async function endOf(redis: Redis, stream: string): Promise<string> {
  const [last] = await redis.xrevrange(stream, "+", "-", "COUNT", 1);
  return last?.[0] ?? "0-0";
}

function handleEntry(id: string, fields: string[], handle: (event: ClientEvent) => void): void {
  try {
    const [name, payload] = fields;
    if (name !== "payload" || payload === undefined) throw new Error("no field payload");
    handle(parseEvent(payload));
  } catch (error) {
    // One event that can't be handled must not stop those behind it.
    console.error(`${workerId}: entry ${id} skipped: ${message(error)}`);
  }
}

function message(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}

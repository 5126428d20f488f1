import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { LoadClient } from "./client.ts";
import { type Options, readOptions, USAGE, UsageError } from "./options.ts";
import { report } from "./report.ts";
import { Tally } from "./tally.ts";
import { signToken } from "./token.ts";

const CONNECT_AT_ONCE = 50;
const TICK_MS = 5;
const LAST_DELIVERIES_MS = 10_000;

async function run(options: Options): Promise<number> {
  const tally = new Tally();
  let disconnects = 0;
  const listener = {
    onPublication: (data: unknown) => {
      const { id } = data as { id?: number };
      if (id !== undefined) tally.deliver(id, performance.now()); // others may publish in these channels too
    },
    onDisconnect: () => disconnects++,
  };

  const clients = await connect(options, listener);
  console.log(`${clients.length} clients in ${options.channels} channels, ${options.rate} publications/s`);

  const startedAt = performance.now();
  await publish(options, clients, tally);
  const seconds = (performance.now() - startedAt) / 1_000;

  const deadline = performance.now() + LAST_DELIVERIES_MS;
  while (tally.pending > 0 && performance.now() < deadline) await sleep(TICK_MS);
  for (const line of report(tally, seconds, disconnects)) console.log(line);

  for (const client of clients) client.close();
  return tally.lost + tally.failed + tally.pending === 0 ? 0 : 1;
}

async function connect(options: Options, listener: Parameters<typeof LoadClient.start>[3]): Promise<LoadClient[]> {
  const clients: LoadClient[] = [];
  while (clients.length < options.clients) {
    const size = Math.min(CONNECT_AT_ONCE, options.clients - clients.length);
    const starting = Array.from({ length: size }, (_, i) => {
      const number = clients.length + i;
      const token = signToken(options.secret, `load-${number}`, options.seconds + 3_600);
      return LoadClient.start(options.url, token, `chat:load-${number % options.channels}`, listener);
    });
    clients.push(...(await Promise.all(starting)));
  }
  return clients;
}

/** Publishes at the wanted rate, each client in its turn; one that waits for an answer may publish again. */
async function publish(options: Options, clients: LoadClient[], tally: Tally): Promise<void> {
  const subscribers = new Map<string, number>();
  for (const { channel } of clients) subscribers.set(channel, (subscribers.get(channel) ?? 0) + 1);

  const total = options.rate * options.seconds;
  const startedAt = performance.now();
  while (tally.sent < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - startedAt) / 1_000) * options.rate));
    while (tally.sent < due) {
      const client = clients[tally.sent % clients.length]!;
      const id = tally.send(subscribers.get(client.channel) ?? 0, performance.now());
      client.publish({ text: `message ${id}`, id }).then(
        () => tally.acknowledge(id, performance.now()),
        (error: { code: number; message: string }) => tally.fail(id, `${error.code} ${error.message}`),
      );
    }
    await sleep(TICK_MS);
  }
}

if (process.argv.includes("--help")) {
  console.log(USAGE);
  process.exit(0);
}
try {
  process.exitCode = await run(readOptions(process.argv.slice(2), process.env));
} catch (error) {
  console.error((error as Error).message);
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  process.exit(error instanceof UsageError ? 2 : 1);
}

import { parseArgs } from "node:util";

export interface Options {
  url: string;
  secret: string;
  clients: number;
  channels: number;
  /** Publications per second, of all clients together. */
  rate: number;
  seconds: number;
}

export const USAGE = `Drives clients of the official JavaScript SDK against a gateway.

  npm run loadtest -- --secret SECRET [--url URL] [--clients N] [--channels N] [--rate N] [--seconds N]

  --url       where clients connect         GATEWAY_URL  ws://localhost:8000/connection/websocket
  --secret    that signs their tokens       CENTRIFUGO_TOKEN_HMAC_SECRET_KEY
  --clients   connections                   CLIENTS      100
  --channels  channels they share           CHANNELS     10
  --rate      publications a second, in all RATE         200
  --seconds   how long they publish         SECONDS      10

A flag wins over its variable. Exit codes: 0 nothing lost, 1 something lost or failed, 2 wrong usage.`;

export class UsageError extends Error {}

/** @throws UsageError if a flag is unknown, or a value missing or out of range */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options {
  const flags = parse(args);
  const text = (flag: string, variable: string, fallback?: string): string => {
    const value = flags[flag] || env[variable] || fallback;
    if (!value) throw new UsageError(`--${flag} or ${variable} is needed`);
    return value;
  };
  const count = (flag: string, variable: string, fallback: number): number => {
    const value = text(flag, variable, String(fallback));
    if (!/^[1-9]\d{0,6}$/.test(value)) throw new UsageError(`--${flag}: "${value}" (expected: 1 to 9999999)`);
    return Number(value);
  };
  return {
    url: text("url", "GATEWAY_URL", "ws://localhost:8000/connection/websocket"),
    secret: text("secret", "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY"),
    clients: count("clients", "CLIENTS", 100),
    channels: count("channels", "CHANNELS", 10),
    rate: count("rate", "RATE", 200),
    seconds: count("seconds", "SECONDS", 10),
  };
}

function parse(args: string[]): Record<string, string | undefined> {
  const flag = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      options: { url: flag, secret: flag, clients: flag, channels: flag, rate: flag, seconds: flag },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

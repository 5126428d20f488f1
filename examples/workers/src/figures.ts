import type { ClientEvent } from "./event.ts";

interface Counts {
  total: number;
  /** Since the last report. */
  recent: number;
}

/** Counts events by type and by channel, in all and since the last report. */
export class Figures {
  private readonly types = { message: zero(), join: zero(), leave: zero() };
  private readonly channels = new Map<string, Counts>();
  private sinceMs: number;

  constructor(
    private readonly topChannels: number,
    nowMs: number,
  ) {
    this.sinceMs = nowMs;
  }

  count(event: ClientEvent): void {
    let channel = this.channels.get(event.channel);
    if (!channel) this.channels.set(event.channel, (channel = zero()));
    for (const counts of [this.types[event.type], channel]) {
      counts.total++;
      counts.recent++;
    }
  }

  /** Rates since the last report, busiest channels first; empty if nothing came. */
  report(nowMs: number): string[] {
    const seconds = Math.max(nowMs - this.sinceMs, 1) / 1_000;
    this.sinceMs = nowMs;
    const { message, join, leave } = this.types;
    const all = message.recent + join.recent + leave.recent;
    if (all === 0) return [];

    const active = [...this.channels].filter(([, counts]) => counts.recent > 0);
    active.sort(([, a], [, b]) => b.recent - a.recent);
    const lines = [
      `${rate(all, seconds)}  messages ${rate(message.recent, seconds)}  joins ${rate(join.recent, seconds)}` +
        `  leaves ${rate(leave.recent, seconds)}  active channels ${active.length}`,
      ...active
        .slice(0, this.topChannels)
        .map(([name, counts]) => `  ${name}  ${rate(counts.recent, seconds)}  total ${counts.total}`),
    ];
    for (const counts of [message, join, leave, ...active.map(([, counts]) => counts)]) counts.recent = 0;
    return lines;
  }

  totals(): string {
    const { message, join, leave } = this.types;
    return `total: messages ${message.total}, joins ${join.total}, leaves ${leave.total}, channels ${this.channels.size}`;
  }
}

function zero(): Counts {
  return { total: 0, recent: 0 };
}

function rate(count: number, seconds: number): string {
  return `${Math.round(count / seconds)}/s`;
}

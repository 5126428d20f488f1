import type { Tally } from "./tally.ts";

export function report(tally: Tally, seconds: number, disconnects: number): string[] {
  const lines = [
    `publications  ${tally.sent} sent, ${tally.acknowledged} acknowledged (${perSecond(tally.acknowledged, seconds)})`,
    `deliveries    ${tally.delivered} (${perSecond(tally.delivered, seconds)})`,
    `acknowledged  ${percentiles(tally.acknowledgeMs)}`,
    `delivered     ${percentiles(tally.deliveryMs)}`,
    `lost          ${tally.lost} deliveries; ${tally.failed} publications failed; ${tally.duplicates} unexpected deliveries; ` +
      `${disconnects} disconnects`,
  ];
  for (const [reason, count] of tally.failures) lines.push(`  failed: ${reason}  ${count}`);
  return lines;
}

/** Nearest-rank percentiles of milliseconds. */
export function percentiles(values: number[]): string {
  if (values.length === 0) return "none";
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms`;
}

function perSecond(count: number, seconds: number): string {
  return `${Math.round(count / seconds)}/s`;
}

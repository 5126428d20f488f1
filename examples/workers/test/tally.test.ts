import assert from "node:assert/strict";
import { test } from "node:test";
import { percentiles } from "../src/loadtest/report.ts";
import { Tally } from "../src/loadtest/tally.ts";

test("what an acknowledged publication did not deliver is lost", () => {
  const tally = new Tally();
  const id = tally.send(3, 0);
  tally.acknowledge(id, 2);
  tally.deliver(id, 5);

  assert.equal(tally.lost, 2);
  assert.equal(tally.pending, 1);
  assert.deepEqual(tally.deliveryMs, [5]);
});

test("a delivery may come before the acknowledgement", () => {
  const tally = new Tally();
  const id = tally.send(1, 0);
  tally.deliver(id, 1);
  tally.acknowledge(id, 2);

  assert.equal(tally.pending, 0);
  assert.equal(tally.lost, 0);
});

test("a failed publication loses nothing, and is counted with its reason", () => {
  const tally = new Tally();
  tally.fail(tally.send(3, 0), "111 too many requests");

  assert.equal(tally.lost, 0);
  assert.equal(tally.failed, 1);
  assert.equal(tally.failures.get("111 too many requests"), 1);
});

test("a delivery too many is told apart", () => {
  const tally = new Tally();
  const id = tally.send(1, 0);
  tally.deliver(id, 1);
  tally.deliver(id, 1);

  assert.equal(tally.delivered, 1);
  assert.equal(tally.duplicates, 1);
});

test("percentiles are of the nearest rank", () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);

  assert.equal(percentiles(values), "p50 50.0 ms  p95 95.0 ms  p99 99.0 ms  max 100.0 ms");
  assert.equal(percentiles([]), "none");
});

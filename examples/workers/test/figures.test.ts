import assert from "node:assert/strict";
import { test } from "node:test";
import { type ClientEvent, parseEvent } from "../src/event.ts";
import { Figures } from "../src/figures.ts";

function event(type: ClientEvent["type"], channel: string): ClientEvent {
  return parseEvent(JSON.stringify({ id: "1", type, channel, workerId: "w", userId: "u", userName: "U" }));
}

test("rates cover the time since the last report, busiest channel first", () => {
  const figures = new Figures(1, 0);
  for (let i = 0; i < 30; i++) figures.count(event("message", "chat:busy"));
  figures.count(event("join", "chat:quiet"));
  figures.count(event("leave", "chat:quiet"));

  assert.deepEqual(figures.report(2_000), [
    "16/s  messages 15/s  joins 1/s  leaves 1/s  active channels 2",
    "  chat:busy  15/s  total 30",
  ]);
});

test("a report forgets the rates and keeps the totals", () => {
  const figures = new Figures(5, 0);
  figures.count(event("message", "chat"));
  figures.report(1_000);

  assert.deepEqual(figures.report(2_000), []);
  figures.count(event("message", "chat"));
  assert.equal(figures.report(3_000)[1], "  chat  1/s  total 2");
  assert.equal(figures.totals(), "total: messages 2, joins 0, leaves 0, channels 1");
});

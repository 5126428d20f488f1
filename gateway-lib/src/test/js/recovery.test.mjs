// What the official JavaScript SDK makes of channels that keep what was published, in both encodings and over each
// transport. What only a server does, the gateway of this test does when it is called: cut, publish, unsubscribe.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { connected, counting, encodings, next, subscribed, token, until } from "./clients.mjs";

const impatient = { minReconnectDelay: 20, maxReconnectDelay: 200 };

for (const [encoding, { toData, toText, emulated }] of Object.entries(encodings)) {
  describe(encoding, { concurrency: true }, () => {
    /** A user of its own with a channel of its own, and a way to have the server do something. */
    async function scene(t, options) {
      const user = randomUUID();
      const channel = `chat:${randomUUID()}`;
      const client = await connected(t, encoding, user, { ...impatient, ...options?.(user, channel) });
      const host = await connected(t, encoding, "host");
      const order = (method, what) => host.rpc(method, toData(JSON.stringify({ user, channel, ...what })));
      return { user, channel, client, order };
    }

    function collect(emitter) {
      const collected = [];
      emitter.on("publication", ({ data }) => collected.push(JSON.parse(toText(data))));
      return collected;
    }

    test("what is missed while the connection is cut comes once and in order", async (t) => {
      const { channel, client, order } = await scene(t);
      const subscription = await subscribed(client, channel);
      const numbers = collect(subscription);
      await order("publish", { data: 1 });
      await until(() => numbers.length === 1);

      const again = next(subscription, "subscribed");
      await order("cut", { missed: [2, 3, 4] });

      assert.equal((await again).recovered, true);
      await order("publish", { data: 5 });
      await until(() => numbers.at(-1) === 5);
      assert.deepEqual(numbers, [1, 2, 3, 4, 5]);
    });

    test("channels of the token recover too", async (t) => {
      const claims = (user, channel) => ({ token: token(user, { claims: { channels: [channel] } }) });
      const { client, order } = await scene(t, claims);
      const numbers = collect(client);
      await order("publish", { data: 1 });
      await until(() => numbers.length === 1);

      const again = next(client, "subscribed");
      await order("cut", { missed: [2, 3] });

      assert.equal((await again).recovered, true);
      await until(() => numbers.at(-1) === 3);
      assert.deepEqual(numbers, [1, 2, 3]);
    });

    test("the code of an unsubscribe tells whether to subscribe again", async (t) => {
      const { channel, client, order } = await scene(t);
      const subscription = await subscribed(client, channel);
      const numbers = collect(subscription);

      const again = next(subscription, "subscribed");
      await order("unsubscribe", { code: 2600 });
      await order("publish", { data: 1 });
      assert.equal((await again).recovered, true);
      await until(() => numbers.length === 1);

      const end = next(subscription, "unsubscribed");
      await order("unsubscribe", { code: 2100 });
      assert.equal((await end).code, 2100);
    });

    test("history is read from either end", async (t) => {
      const { channel, client, order } = await scene(t);
      const subscription = await subscribed(client, channel);
      for (const data of [1, 2, 3]) await order("publish", { data });
      const read = async (options) => {
        const { publications } = await subscription.history(options);
        return publications.map(({ data }) => JSON.parse(toText(data)));
      };

      const { offset, epoch } = await subscription.history({ limit: 0 });

      assert.equal(offset, 3);
      assert.deepEqual(await read({ limit: 2 }), [1, 2]);
      assert.deepEqual(await read({ limit: 2, reverse: true }), [3, 2]);
      assert.deepEqual(await read({ limit: 10, since: { offset: 1, epoch } }), [2, 3]);
    });

    test("an expiring subscription is refreshed with a new token", async (t) => {
      const { user, client, order } = await scene(t);
      const channel = `held:${randomUUID()}`;
      let asked = 0;
      const getToken = async () => token(user, { secondsToLive: asked++ === 0 ? 3 : 600, claims: { channel } });
      const subscription = await subscribed(client, channel, { getToken });
      const numbers = collect(subscription);
      let interruptions = 0;
      subscription.on("subscribing", () => interruptions++);

      await until(() => asked === 2);

      await order("publish", { channel, data: 1 });
      await until(() => numbers.length === 1);
      assert.equal(interruptions, 0);
    });

    test("deltas are applied, also to what was missed", async (t) => {
      let bytes = 0;
      const options = emulated ? {} : { websocket: counting((count) => (bytes += count)) };
      const { channel, client, order } = await scene(t, () => options);
      const subscription = await subscribed(client, channel, { delta: "fossil" });
      const texts = collect(subscription);
      const text = randomBytes(4_000).toString("hex");
      const numbered = [1, 2, 3, 4, 5, 6].map((n) => ({ text, n, smile: "😀 ß" }));

      for (const data of numbered.slice(0, 3)) await order("publish", { data });
      await until(() => texts.length === 3);
      if (!emulated) assert.ok(bytes < 2 * text.length, `three times the text took ${bytes} bytes`);
      await order("cut", { missed: numbered.slice(3, 5) });
      await until(() => texts.length === 5);
      await order("publish", { data: numbered[5] });
      await until(() => texts.length === 6);

      assert.deepEqual(texts, numbered);
    });

    test("tags choose what is sent, also of what was missed", async (t) => {
      const { channel, client, order } = await scene(t);
      const tagsFilter = { key: "price", cmp: "gt", val: "9.5" };
      const subscription = await subscribed(client, channel, { tagsFilter });
      const numbers = collect(subscription);

      await order("publish", { data: 1, tags: { price: "9" } });
      await order("publish", { data: 2, tags: { price: "10.5" } });
      await until(() => numbers.length === 1);
      const again = next(subscription, "subscribed");
      await order("unsubscribe", { code: 2600 });
      await order("publish", { data: 3, tags: { price: "100" } });
      assert.equal((await again).recovered, true);
      await order("publish", { data: 4 });
      await order("publish", { data: 5, tags: { price: "11" } });

      await until(() => numbers.at(-1) === 5);
      assert.deepEqual(numbers, [2, 3, 5]);
    });
  });
}

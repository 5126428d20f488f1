// What a user of the official JavaScript SDK relies on, in both encodings and over each transport, against a gateway with
// the default policy.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { connected, encodings, newClient, next, subscribed, token, until } from "./clients.mjs";

const newChannel = () => `chat:${randomUUID()}`;

for (const [encoding, { toData, toText, emulated }] of Object.entries(encodings)) {
  describe(encoding, () => {
    test("a client connects with a JWT", async (t) => {
      const client = newClient(t, encoding, { token: token("alice") });
      const connecting = next(client, "connected");
      client.connect();

      assert.match((await connecting).client, /^[0-9a-f-]{36}$/);
    });

    test("a token with a wrong signature ends the connection for good", async (t) => {
      const client = newClient(t, encoding, { token: token("alice", { key: "another secret" }) });
      const end = next(client, "disconnected");
      client.connect();

      assert.equal((await end).code, 3500);
    });

    test("a refused subscription is told so and the connection lives on", async (t) => {
      const client = await connected(t, encoding, "alice");
      const refused = client.newSubscription("user:bob");
      const end = next(refused, "unsubscribed");
      refused.subscribe();

      assert.equal((await end).code, 103);
      await subscribed(client, newChannel());
    });

    for (const other of Object.keys(encodings)) {
      test(`a publication reaches ${other} subscribers with its publisher`, async (t) => {
        const channel = newChannel();
        const publisher = await connected(t, encoding, "alice");
        const subscription = await subscribed(await connected(t, other, "bob"), channel);
        const publication = next(subscription, "publication");

        await publisher.publish(channel, toData('{"text":"héllo","n":[1,2.5,null]}'));

        const { data, info } = await publication;
        assert.equal(encodings[other].toText(data), '{"text":"héllo","n":[1,2.5,null]}');
        assert.equal(info.user, "alice");
      });
    }

    test("a remote call is answered by the host, or refused with its error", async (t) => {
      const client = await connected(t, encoding, "alice");

      const { data } = await client.rpc("echo", toData('{"n":[1,2.5,null]}'));

      assert.equal(toText(data), '{"n":[1,2.5,null]}');
      await assert.rejects(client.rpc("unknown", toData("{}")), { code: 104, message: "method not found" });
    });

    test("publications arrive in the order in which they were sent", async (t) => {
      const channel = newChannel();
      const client = await connected(t, encoding, "alice");
      const subscription = await subscribed(client, channel);
      const texts = [];
      subscription.on("publication", ({ data }) => texts.push(JSON.parse(toText(data)).text));
      const sent = Array.from({ length: 50 }, (_, i) => `message ${i}`);
      const last = next(subscription, "publication", () => texts.length === sent.length);

      const publish = (text) => subscription.publish(toData(JSON.stringify({ text })));
      if (emulated) {
        for (const text of sent) await publish(text);
      } else {
        await Promise.all(sent.map(publish));
      }

      await last;
      assert.deepEqual(texts, sent);
    });

    test("a publication without text is refused", async (t) => {
      const subscription = await subscribed(await connected(t, encoding, "alice"), newChannel());

      await assert.rejects(subscription.publish(toData('{"text":" "}')), { code: 107 });
    });

    test("presence tells who is in the channel", async (t) => {
      const channel = newChannel();
      const alice = await subscribed(await connected(t, encoding, "alice"), channel);
      await subscribed(await connected(t, encoding, "bob"), channel);

      const { clients } = await alice.presence();
      assert.deepEqual(Object.values(clients).map(({ user }) => user).sort(), ["alice", "bob"]);
      const { numClients, numUsers } = await alice.presenceStats();
      assert.deepEqual({ numClients, numUsers }, { numClients: 2, numUsers: 2 });
    });

    test("subscribers are told who joins and who leaves", async (t) => {
      const channel = newChannel();
      const alice = await subscribed(await connected(t, encoding, "alice"), channel);
      const fromBob = ({ info }) => info.user === "bob";
      const join = next(alice, "join", fromBob);
      const leave = next(alice, "leave", fromBob);

      const bob = await connected(t, encoding, "bob");
      await subscribed(bob, channel);
      await join;
      bob.disconnect();
      await leave;
    });

    test("who has unsubscribed is neither present nor served", async (t) => {
      const channel = newChannel();
      const alice = await subscribed(await connected(t, encoding, "alice"), channel);
      const bob = await subscribed(await connected(t, encoding, "bob"), channel);
      let served = 0;
      bob.on("publication", () => served++);
      const left = next(alice, "leave");

      bob.unsubscribe();

      await left;
      await alice.publish(toData('{"text":"gone?"}'));
      assert.equal((await alice.presenceStats()).numClients, 1);
      assert.equal(served, 0);
    });

    test("a connection whose token expires lives on with a new one", async (t) => {
      let asked = 0;
      const getToken = async () => token("alice", { secondsToLive: asked++ === 0 ? 3 : 600 });
      const client = newClient(t, encoding, { getToken });
      let interruptions = 0;
      client.on("connecting", ({ code }) => (interruptions += code === 0 ? 0 : 1));
      client.connect();
      const subscription = await subscribed(client, newChannel());

      await until(() => asked === 2);

      await subscription.publish(toData('{"text":"still here"}'));
      assert.equal(interruptions, 0);
    });
  });
}

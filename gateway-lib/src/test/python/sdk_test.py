"""What a user of the official Python SDK relies on, on JSON and on Protobuf."""

import asyncio
import json
import os
import unittest
import uuid

from centrifuge import Client, SubscriptionEventHandler

DEADLINE_SECONDS = 10


class Events(SubscriptionEventHandler):
    def __init__(self, test):
        self.test = test
        self.numbers = asyncio.Queue()
        self.subscribed = asyncio.Queue()

    async def on_publication(self, ctx):
        self.numbers.put_nowait(self.test.value(ctx.pub.data))

    async def on_subscribed(self, ctx):
        self.subscribed.put_nowait(ctx)


class SdkRules:
    """The rules for either encoding; a user of the gateway's own for each, so that tests can be told apart."""

    protobuf: bool

    def data(self, value):
        return json.dumps(value).encode() if self.protobuf else value

    def value(self, data):
        return json.loads(data) if self.protobuf else data

    async def asyncSetUp(self):
        self.channel = f"chat:{uuid.uuid4()}"
        self.alice = await self.connected("ALICE_TOKEN")
        self.host = await self.connected("HOST_TOKEN")
        self.events = Events(self)
        self.subscription = self.alice.new_subscription(self.channel, events=self.events)
        await self.subscription.subscribe()
        await self.soon(self.events.subscribed.get())

    async def connected(self, token):
        client = Client(
            os.environ["GATEWAY_URL"], token=os.environ[token], use_protobuf=self.protobuf, proxy=None
        )
        await client.connect()
        await client.ready(DEADLINE_SECONDS)
        self.addAsyncCleanup(client.disconnect)
        return client

    async def order(self, method, **what):
        """Has the server do what only a server does."""
        await self.host.rpc(method, self.data({"user": "alice", "channel": self.channel, **what}))

    async def soon(self, awaitable):
        return await asyncio.wait_for(awaitable, DEADLINE_SECONDS)

    async def next_numbers(self, count):
        return [await self.soon(self.events.numbers.get()) for _ in range(count)]

    async def test_publications_reach_their_subscribers(self):
        await self.subscription.publish(self.data({"text": "héllo"}))

        self.assertEqual(await self.next_numbers(1), [{"text": "héllo"}])

    async def test_presence_tells_who_is_there(self):
        presence = await self.subscription.presence()

        self.assertEqual([info.user for info in presence.clients.values()], ["alice"])

    async def test_history_is_read_from_either_end(self):
        for number in (1, 2, 3):
            await self.order("publish", data=number)

        oldest = await self.subscription.history(limit=2)
        newest = await self.subscription.history(limit=2, reverse=True)

        self.assertEqual([self.value(publication.data) for publication in oldest.publications], [1, 2])
        self.assertEqual([self.value(publication.data) for publication in newest.publications], [3, 2])
        self.assertEqual(newest.offset, 3)

    async def test_what_is_missed_while_the_connection_is_cut_comes_once_and_in_order(self):
        await self.order("publish", data=1)
        self.assertEqual(await self.next_numbers(1), [1])

        await self.order("cut", missed=[2, 3, 4])

        self.assertTrue((await self.soon(self.events.subscribed.get())).recovered)
        await self.order("publish", data=5)
        self.assertEqual(await self.next_numbers(4), [2, 3, 4, 5])

    async def test_who_is_unsubscribed_with_a_code_that_allows_it_subscribes_again(self):
        await self.order("unsubscribe", code=2600)
        await self.order("publish", data=1)

        self.assertTrue((await self.soon(self.events.subscribed.get())).recovered)
        self.assertEqual(await self.next_numbers(1), [1])


class JsonTest(SdkRules, unittest.IsolatedAsyncioTestCase):
    protobuf = False


class ProtobufTest(SdkRules, unittest.IsolatedAsyncioTestCase):
    protobuf = True


if __name__ == "__main__":
    unittest.main()

import { Centrifuge, type Subscription } from "centrifuge";
import WebSocket from "ws";

const SUBSCRIBED_WITHIN_MS = 10_000;

export interface Listener {
  onPublication(data: unknown): void;
  onDisconnect(): void;
}

interface End {
  code: number;
  reason: string;
}

/** One connection with one subscription. */
export class LoadClient {
  private closing = false;

  private constructor(
    private readonly centrifuge: Centrifuge,
    private readonly subscription: Subscription,
    readonly channel: string,
  ) {}

  /** @returns the client, once it is subscribed */
  static async start(url: string, token: string, channel: string, listener: Listener): Promise<LoadClient> {
    const centrifuge = new Centrifuge(url, { token, websocket: WebSocket });
    const subscription = centrifuge.newSubscription(channel);
    const client = new LoadClient(centrifuge, subscription, channel);

    const refused = new Promise<never>((_, reject) => {
      const refuse = ({ code, reason }: End) => reject(new Error(`${channel}: not subscribed: ${code} ${reason}`));
      centrifuge.on("disconnected", refuse);
      subscription.on("unsubscribed", refuse);
    });
    subscription.on("publication", ({ data }) => listener.onPublication(data));
    subscription.subscribe();
    centrifuge.connect();
    try {
      await Promise.race([subscribed(centrifuge, subscription), refused]);
    } catch (error) {
      client.close();
      throw error;
    }
    const lost = () => {
      if (!client.closing) listener.onDisconnect();
    };
    // From here on an interruption shows as connecting (the SDK comes back) or disconnected (it does not).
    centrifuge.on("connecting", lost);
    centrifuge.on("disconnected", lost);
    return client;
  }

  async publish(data: object): Promise<void> {
    await this.subscription.publish(data);
  }

  close(): void {
    this.closing = true;
    this.centrifuge.disconnect();
  }
}

async function subscribed(centrifuge: Centrifuge, subscription: Subscription): Promise<void> {
  let last = "no error";
  const remember = ({ error }: { error: { code: number; message: string } }) => {
    last = `${error.code} ${error.message}`;
  };
  centrifuge.on("error", remember);
  subscription.on("error", remember);
  try {
    await subscription.ready(SUBSCRIBED_WITHIN_MS);
  } catch {
    throw new Error(`${subscription.channel}: not subscribed within ${SUBSCRIBED_WITHIN_MS} ms: ${last}`);
  }
}

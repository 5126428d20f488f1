import { Centrifuge, type Subscription } from "centrifuge";
import WebSocket from "ws";

const SUBSCRIBED_WITHIN_MS = 30_000;

export interface Listener {
  onPublication(data: unknown): void;
  onDisconnect(reason: string): void;
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

    let refusal = "";
    centrifuge.on("error", ({ error }) => (refusal = `${error.code} ${error.message}`));
    subscription.on("error", ({ error }) => (refusal = `${error.code} ${error.message}`));
    subscription.on("publication", ({ data }) => listener.onPublication(data));
    const lost = ({ code, reason }: { code: number; reason: string }) => {
      if (!client.closing) listener.onDisconnect(`${code} ${reason}`);
    };

    subscription.subscribe();
    centrifuge.connect();
    try {
      await subscription.ready(SUBSCRIBED_WITHIN_MS);
    } catch (error) {
      client.close();
      throw new Error(`${channel}: not subscribed: ${refusal || JSON.stringify(error)}`);
    }
    // From here on; an interruption shows as connecting (the SDK comes back) or disconnected (it does not).
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

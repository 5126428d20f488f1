/** What the gateway tells a worker: the JSON in the field `payload` of a stream entry. */
export interface ClientEvent {
  /** Unique per event; the same if it is delivered again. */
  id: string;
  type: "message" | "join" | "leave";
  channel: string;
  workerId: string;
  /** From the token; for anonymous clients a random UUID, one per connection. */
  userId: string;
  userName: string;
  /** The message's text, trimmed. Messages only. */
  text?: string;
  /** RFC 3339, UTC, up to nanoseconds. */
  timestamp: string;
  /** What the client published, as JSON text. Messages only. */
  raw?: string;
  clientId: string;
  /** True if the name is the client's own word and no token vouches for it. */
  userNameUnverified?: boolean;
}

export function parseEvent(payload: string): ClientEvent {
  return JSON.parse(payload) as ClientEvent;
}

import { createHmac } from "node:crypto";

/** A connection token (JWT, HS256) as an application's back end would make it. */
export function signToken(secret: string, userId: string, secondsToLive: number): string {
  const expiresAt = Math.floor(Date.now() / 1_000) + secondsToLive;
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ sub: userId, exp: expiresAt })}`;
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

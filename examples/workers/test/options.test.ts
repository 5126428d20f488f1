import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { readOptions, UsageError } from "../src/loadtest/options.ts";
import { signToken } from "../src/loadtest/token.ts";

test("a flag wins over its variable", () => {
  const options = readOptions(["--clients", "7", "--secret", "s"], { CLIENTS: "8", RATE: "9" });

  assert.equal(options.clients, 7);
  assert.equal(options.rate, 9);
});

test("a missing secret, an unknown flag and a wrong number are wrong usage", () => {
  assert.throws(() => readOptions([], {}), UsageError);
  assert.throws(() => readOptions(["--secret", "s", "--client", "7"], {}), UsageError);
  for (const wrong of ["0", "-1", "1.5", "many"]) {
    assert.throws(() => readOptions([`--rate=${wrong}`], { CENTRIFUGO_TOKEN_HMAC_SECRET_KEY: "s" }), /--rate/);
  }
});

test("the token is signed with HS256 and names the user", () => {
  const [header = "", claims = "", signature] = signToken("secret", "load-1", 60).split(".");

  assert.equal(signature, createHmac("sha256", "secret").update(`${header}.${claims}`).digest("base64url"));
  assert.equal(JSON.parse(Buffer.from(claims, "base64url").toString()).sub, "load-1");
});

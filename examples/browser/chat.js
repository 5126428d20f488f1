// The SDK's file puts Centrifuge into the page. Address, token and channel may come in the page's own address:
// http://localhost:8080/#token=…&channel=chat:room-1 (after the #, so that they reach no server and no log).
const $ = (id) => document.getElementById(id);
const settings = new URLSearchParams(location.hash.slice(1));
const channel = settings.get("channel") || "chat";
let client;
let subscription;

$("url").value = settings.get("url") || "ws://localhost:8000/connection/websocket";
$("token").value = settings.get("token") || "";
$("connect").addEventListener("submit", (event) => {
  event.preventDefault();
  connect($("url").value, $("token").value.trim());
});
$("say").addEventListener("submit", (event) => {
  event.preventDefault();
  say($("text").value);
});
if ($("token").value) connect($("url").value, $("token").value);

function connect(url, token) {
  client?.disconnect();
  client = new Centrifuge(url, { token });
  client.on("connecting", ({ code, reason }) => status(code === 0 ? "Connecting" : `Reconnecting: ${reason}`));
  client.on("disconnected", ({ code, reason }) => status(`Disconnected: ${code} ${reason}`));

  subscription = client.newSubscription(channel);
  subscription.on("subscribed", () => {
    status(`In ${channel}`);
    showWhoIsHere(subscription);
  });
  subscription.on("unsubscribed", ({ code, reason }) => status(`Not in ${channel}: ${code} ${reason}`));
  subscription.on("publication", ({ data, info }) => show(`${info?.user || "server"}: ${data.text}`));
  subscription.on("join", ({ info }) => show(`${info.user || "somebody"} joined`, "event"));
  subscription.on("leave", ({ info }) => show(`${info.user || "somebody"} left`, "event"));
  subscription.subscribe();
  client.connect();
}

async function showWhoIsHere(subscription) {
  const { clients } = await subscription.presence();
  const users = new Set(Object.values(clients).map(({ user }) => user || "somebody"));
  show(`Here: ${[...users].join(", ")}`, "event");
}

async function say(text) {
  try {
    await subscription.publish({ text });
    $("text").value = "";
  } catch ({ code, message }) {
    show(`Not sent: ${code} ${message}`, "event");
  }
}

function status(text) {
  $("status").textContent = text;
  const usable = subscription?.state === "subscribed";
  $("text").disabled = $("send").disabled = !usable;
}

// textContent, never HTML: what others write must not run here.
function show(text, className = "") {
  const line = document.createElement("li");
  line.className = className;
  line.textContent = text;
  $("log").append(line);
}

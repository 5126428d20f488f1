// Prints every event of the channels that this worker owns.
import { runWorker } from "./worker.ts";

await runWorker((event) => {
  const who = `${event.userName} (${event.userId})`;
  switch (event.type) {
    case "message":
      console.log(`[${event.channel}] ${who}: ${event.text}`);
      break;
    case "join":
      console.log(`[${event.channel}] ${who} joined`);
      break;
    case "leave":
      console.log(`[${event.channel}] ${who} left`);
      break;
  }
});

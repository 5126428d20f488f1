// Prints figures instead of events: once a second, in all and for the busiest channels.
import { Figures } from "./figures.ts";
import { runWorker } from "./worker.ts";

const REPORT_MS = 1_000;
const TOP_CHANNELS = 10;

const figures = new Figures(TOP_CHANNELS, Date.now());
const timer = setInterval(() => {
  for (const line of figures.report(Date.now())) console.log(line);
}, REPORT_MS);

await runWorker((event) => figures.count(event));

clearInterval(timer);
console.log(figures.totals());

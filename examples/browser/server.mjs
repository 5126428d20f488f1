// Serves the page and the SDK that npm installed. These files and nothing else.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const PORT = Number(process.env.PORT || 8080);
const FILES = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/chat.js": ["chat.js", "text/javascript; charset=utf-8"],
  "/centrifuge.js": ["node_modules/centrifuge/dist/centrifuge.js", "text/javascript; charset=utf-8"],
};

createServer(async (request, response) => {
  const file = FILES[request.url.split("?")[0]];
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const [path, type] = file;
  try {
    const content = await readFile(new URL(path, import.meta.url));
    response.writeHead(200, { "Content-Type": type }).end(content);
  } catch (error) {
    console.error(`${path}: ${error.code} (did npm install run?)`);
    response.writeHead(500).end();
  }
}).listen(PORT, "127.0.0.1", () => console.log(`http://localhost:${PORT}`));

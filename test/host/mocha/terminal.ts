import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { format } from "node:util";
import Mocha from "mocha";

/** Name of the variable with the port of the terminal that started the tests. */
export const terminalVariable = "TEST_TERMINAL_PORT";

/** Prints what tests in another process send. */
export async function openTerminal(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.pipe(process.stdout, { end: false });
    socket.on("error", (error) => {
      console.error(`The connection to the tests broke: ${error.message}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: () => server.close(),
  };
}

/**
 * Sends mocha's output to the terminal that started the tests. The extension host's own console ends in VS Code's
 * log, late and with prefixes.
 */
export async function connectTerminal(): Promise<{ close(): Promise<void> }> {
  const port = process.env[terminalVariable];
  if (port === undefined) return { close: () => Promise.resolve() };
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => {
    socket.write(`${format(...values)}\n`);
  };
  return {
    async close() {
      const closed = once(socket, "close");
      socket.end();
      await closed;
    },
  };
}

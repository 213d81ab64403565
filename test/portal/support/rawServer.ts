import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const secret = "raw0server0secret";

/** A server that answers as one test wants it, for what no portal does. */
export class RawServer {
  static async start(answer: RequestListener): Promise<RawServer> {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return new RawServer(server, `http://127.0.0.1:${port}/rest/1/${secret}/`);
  }

  private constructor(
    private readonly server: Server,
    readonly webhook: string,
  ) {}

  async stop(): Promise<void> {
    const isClosed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await isClosed;
  }
}

/** Runs a test against such a server, and stops it in any case. */
export async function withRawServer(
  answer: RequestListener,
  test: (webhook: string) => Promise<void>,
): Promise<void> {
  const server = await RawServer.start(answer);
  try {
    await test(server.webhook);
  } finally {
    await server.stop();
  }
}

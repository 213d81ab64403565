import { parseArgs } from "node:util";
import { Emulator } from "./emulator";

/**
 * Serves the demo portal until SIGTERM or SIGINT. Prints one line of JSON when it is ready:
 * `{"origin", "webhook", "controlToken"}`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error("--port wants a number from 0 to 65535");
  }
  const emulator = await Emulator.start({ port });
  const { origin, controlToken } = emulator;
  console.log(JSON.stringify({ origin, webhook: emulator.webhook(), controlToken }));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void emulator.stop());
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

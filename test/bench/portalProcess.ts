import * as v from "valibot";
import { Emulator } from "../emulator/emulator";
import { serve } from "./serve";

const message = v.union([
  v.object({ start: v.object({ key: v.string(), cert: v.string() }) }),
  v.object({ reset: v.literal(true) }),
  v.object({ count: v.literal(true) }),
]);

let emulator: Emulator | undefined;

/** The emulator in a process of its own, so that its work is not counted as a client's. */
serve(async (received) => {
  const parsed = v.parse(message, received);
  if ("start" in parsed) {
    emulator = await Emulator.start({
      https: parsed.start,
      isThrottled: false,
      requireHttps: true,
    });
    return { webhook: emulator.webhook() };
  }
  if ("reset" in parsed) emulator?.reset();
  return { requests: emulator?.requests.length ?? 0 };
});

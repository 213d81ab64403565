import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as v from "valibot";
import { isObject } from "../../src/core/base/json";
import { contenders, type ContenderName } from "./contenders/contenders";
import { serve } from "./serve";
import { dialogIds } from "./workload";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const message = v.object({ dialogs: v.number(), areSingleReads: v.boolean() });

const [name = "", address = ""] = process.argv.slice(2);
if (!Object.hasOwn(contenders, name)) throw new Error(`There is no contender ${name}.`);
const contender = contenders[name as ContenderName](address);

/** One contender in a process of its own: its memory and processor time are nobody else's. */
serve(async (received) => {
  const { dialogs, areSingleReads } = v.parse(message, received);
  const ids = dialogIds(dialogs);
  const reader = await contender;
  // What one round leaves behind is no burden of the next one.
  collect();
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  const records = await reader.read(ids, areSingleReads);
  const wallMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  const isRight = records.every(
    (record, index) => isObject(record) && `chat${String(record["id"])}` === ids[index],
  );
  if (records.length !== dialogs || !isRight) throw new Error(`${name} read something else.`);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { wallMs, cpuMs: (user + system) / 1000, peakMb };
});

import * as v from "valibot";

/** Name of the variable with the port on which the measurement waits for the extension host. */
export const agentVariable = "BENCH_AGENT_PORT";

/** What the measurement asks of the extension host, one line of JSON each. */
export const taskSchema = v.variant("do", [
  /** Runs a command of VS Code. */
  v.object({ do: v.literal("run"), command: v.string(), argument: v.optional(v.unknown()) }),
  /** Adds a portal, as one who agrees to it. */
  v.object({ do: v.literal("addPortal"), webhook: v.string(), name: v.string() }),
  /** Opens a webview with one element, as a measure of what VS Code itself needs. */
  v.object({ do: v.literal("openEmptyPanel"), html: v.string() }),
  /** Sends the page in that webview a message. */
  v.object({ do: v.literal("postToEmptyPanel") }),
  /** Posts a request to a portal and reads the reply, with nothing of ours in between. */
  v.object({ do: v.literal("post"), url: v.string(), body: v.string() }),
  /** Has VS Code list the files of the workspace, and nothing more. */
  v.object({ do: v.literal("findFiles") }),
  /** The text of "Developer: Startup Performance". */
  v.object({ do: v.literal("readStartup") }),
  /** When VS Code began and ended reading the code of each extension. */
  v.object({ do: v.literal("readMarks") }),
  v.object({ do: v.literal("watchFreezes") }),
  v.object({ do: v.literal("longestFreeze") }),
]);

export type Task = v.InferOutput<typeof taskSchema>;

/** Times are milliseconds since 1970 with fractions: all processes of a machine share that clock. */
export const outcomeSchema = v.object({
  startedMs: v.number(),
  endedMs: v.number(),
  result: v.optional(v.unknown()),
  error: v.optional(v.string()),
});

export type Outcome = v.InferOutput<typeof outcomeSchema>;

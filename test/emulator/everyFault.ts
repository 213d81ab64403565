import type { Fault, FaultName } from "./faults";

const samples: Readonly<Record<FaultName, readonly Fault[]>> = {
  latency: [{ name: "latency", ms: 5 }],
  hang: [{ name: "hang" }],
  reset: [{ name: "reset" }],
  html404: [{ name: "html404" }],
  html407: [{ name: "html407" }],
  html502: [{ name: "html502" }],
  html503: [{ name: "html503" }],
  html200: [{ name: "html200" }],
  empty200: [{ name: "empty200" }],
  noResult: [{ name: "noResult" }],
  notObject: [
    { name: "notObject", body: "[]" },
    { name: "notObject", body: "null" },
    { name: "notObject", body: '"ok"' },
  ],
  rate: [
    { name: "rate", times: 2 },
    { name: "rate", times: 100 },
  ],
  redirectRename: [{ name: "redirectRename", to: "https://renamed.example" }],
  redirectLoop: [{ name: "redirectLoop" }],
  redirectHttp: [{ name: "redirectHttp" }],
  redirectForeign: [{ name: "redirectForeign" }],
  truncate: [
    { name: "truncate", cut: "connection" },
    { name: "truncate", cut: "json" },
  ],
  utf8Broken: [{ name: "utf8Broken" }],
  slowDrip: [{ name: "slowDrip", intervalMs: 10 }],
  stopped: [{ name: "stopped" }],
  overload: [{ name: "overload" }],
  noPlan: [{ name: "noPlan" }],
  secretRotated: [{ name: "secretRotated" }],
  scopeLost: [
    { name: "scopeLost", scope: "im" },
    { name: "scopeLost", scope: "imbot" },
    { name: "scopeLost", scope: "imopenlines" },
  ],
  ban: [{ name: "ban", seconds: 300 }],
  nullResult: [{ name: "nullResult" }],
  error200: [{ name: "error200" }],
  numericError: [{ name: "numericError" }],
  longDescription: [{ name: "longDescription" }],
  emptyDescription: [
    { name: "emptyDescription", isMissing: false },
    { name: "emptyDescription", isMissing: true },
  ],
  huge: [{ name: "huge", bytes: 200_000 }],
  wrongTypes: [{ name: "wrongTypes" }],
  extraKeys: [{ name: "extraKeys" }],
  missingKeys: [{ name: "missingKeys" }],
  renamed: [{ name: "renamed", to: "[x](command:y) $(bug) <b>", description: "\u202e" }],
  refuse: [
    { name: "refuse", status: 418, code: "NEW_CODE", description: "?" },
    { name: "refuse", status: 500, code: "INTERNAL_SERVER_ERROR", description: "" },
  ],
};

/** Each fault that the emulator knows, in each of its forms: one that is added needs its row, and is then tried too. */
export const everyFault: readonly Fault[] = Object.values(samples).flat();

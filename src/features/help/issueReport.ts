import type { CallNote } from "../../core/portal/portalCaller";

export interface IssueFacts {
  readonly extension: string;
  /** The editor's name and version. */
  readonly editor: string;
  /** Where the editor runs: `desktop`, `web`, with the kind of a remote. */
  readonly host: string;
  readonly system: string;
  readonly language: string;
  /** The latest calls, oldest first. */
  readonly calls: readonly CallNote[];
}

/**
 * What a report says of itself: Markdown in English, the language of the issues. No address, no host, no id and no
 * name: of a call its method, status, outcome and duration.
 */
export function issueReport({ calls, ...versions }: IssueFacts): string {
  const rows = calls.map(({ method, status, outcome, durationMs }) => [
    method,
    status === undefined ? "no answer" : String(status),
    codeOf(outcome),
    String(Math.round(durationMs)),
  ]);
  return [
    table(["what", "which"], Object.entries(versions)),
    rows.length === 0
      ? "No calls since the window was opened."
      : table(["method", "status", "outcome", "ms"], rows),
  ].join("\n\n");
}

/** What a row or an address would end at. */
const markup = /[|\\\n`<#%&+?]/g;

/** The portal writes codes as it likes: what does not look like one may be anything. */
function codeOf(outcome: string): string {
  return /^\w{1,60}$/.test(outcome) ? outcome : "unusual code";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replace(markup, " ")).join(" | ")} |`)
    .join("\n");
}

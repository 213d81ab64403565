import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "../failure";
import { installations } from "../paths";
import { ChildGroup } from "../run/childGroup";

const unreachable = /ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET|E40\d|E50\d/;
/** What npm passes to the scripts it runs; a nested npm would take our project for its own. */
const ofThisProject =
  /^npm_(package|lifecycle|command)|^npm_config_(local_prefix|user_agent)$|^INIT_CWD$/i;

export interface NpmOptions {
  readonly cwd: string;
  /** Named in the log file and in the error message. */
  readonly purpose: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The Node that runs npm, when not this one. */
  readonly node?: string;
}

/**
 * Runs npm quietly; its output goes to a log file. Addresses are left out of that file, as a private registry's
 * may hold a password.
 * @throws Failure in one line
 */
export async function npm(args: readonly string[], options: NpmOptions): Promise<void> {
  const log = path.join(
    installations,
    "log",
    `${options.purpose.replaceAll(/[^\w.-]+/g, "-")}.log`,
  );
  mkdirSync(path.dirname(log), { recursive: true });
  let code = "";
  const { file, first } = command(options.node ?? process.execPath);
  const group = new ChildGroup(file, [...first, ...args], {
    cwd: options.cwd,
    env: { ...environment(), ...options.env },
    onLine: (line) => {
      code = /npm (?:error|ERR!) code (\S+)/.exec(line)?.[1] ?? code;
      appendFileSync(log, `${line.replaceAll(/\bhttps?:\/\/[^\s/]+/g, "https://…")}\n`);
    },
  });
  const exitCode = await group.exited;
  if (exitCode === 0) return;
  throw new Failure(
    unreachable.test(code)
      ? `npm could not reach its registry (${code}). Check the network or the proxy, then run this again.`
      : `${options.purpose} failed (npm: ${code || `exit code ${exitCode ?? "none"}`}); see ${log}`,
  );
}

function command(node: string): { file: string; first: readonly string[] } {
  const cli = process.env["npm_execpath"];
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) return { file: node, first: [cli] };
  if (process.platform !== "win32") return { file: "npm", first: [] };
  const besideNode = path.join(path.dirname(process.execPath), "node_modules/npm/bin/npm-cli.js");
  return { file: node, first: [besideNode] };
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ofThisProject.test(name));
  return {
    ...Object.fromEntries(kept),
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
    npm_config_package_lock: "false",
    npm_config_fetch_retries: "1",
    npm_config_fetch_retry_mintimeout: "1000",
    npm_config_fetch_timeout: "60000",
  };
}

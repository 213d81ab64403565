// The only script that runs before anything is installed: plain Node, no dependencies.
// It checks Node, installs the npm packages when needed, then hands over to main.ts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const repository = join(folder, "..", "..");
const oldestNode = [20, 19];

function fail(line) {
  console.error(line);
  process.exit(1);
}

function isNodeTooOld() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** npm keeps a list of what it really installed; an interrupted installation leaves none or an old one. */
function dependenciesAreInstalled() {
  const installed = join(repository, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const have = readJson(installed).packages;
  return Object.entries(readJson(join(repository, "package-lock.json")).packages).every(
    ([path, wanted]) =>
      path === "" ||
      (have[path] === undefined
        ? wanted.optional === true || wanted.peer === true
        : have[path].version === wanted.version),
  );
}

function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli))
    return { file: process.execPath, args: [cli] };
  return process.platform === "win32"
    ? { file: "npm.cmd", args: [], shell: true }
    : { file: "npm", args: [] };
}

function installDependencies() {
  console.log("Installing npm packages (first time or changed, about half a minute)");
  const npm = npmCommand();
  const { error, status, stdout, stderr } = spawnSync(npm.file, [...npm.args, "ci"], {
    cwd: repository,
    shell: npm.shell ?? false,
    encoding: "utf8",
    env: {
      ...process.env,
      npm_config_fetch_retries: "1",
      npm_config_fetch_retry_mintimeout: "1000",
      npm_config_fetch_timeout: "60000",
    },
  });
  if (error !== undefined)
    fail("npm was not found. It comes with Node: install both, then run this again.");
  if (status === 0) return;
  const code =
    /npm (?:error|ERR!) code (\S+)/.exec(`${stderr}\n${stdout}`)?.[1] ?? `exit code ${status}`;
  const unreachable = /ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET|E40\d|E50\d/.test(
    code,
  );
  fail(
    unreachable
      ? `npm could not reach its registry (${code}). Check the network or the proxy, then run this again.`
      : `"npm ci" failed (${code}). Run it by hand to see why.`,
  );
}

if (isNodeTooOld()) {
  fail(`Node ${oldestNode.join(".")} or newer is needed; this is Node ${process.versions.node}.`);
}
if (!dependenciesAreInstalled()) installDependencies();

const tsx = pathToFileURL(createRequire(join(repository, "package.json")).resolve("tsx")).href;
const child = spawn(
  process.execPath,
  ["--import", tsx, join(folder, "main.ts"), ...process.argv.slice(2)],
  { stdio: "inherit", cwd: repository },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));

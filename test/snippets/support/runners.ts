import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Shape } from "../../../src/core/snippets/client";
import { output, repository } from "../../host/paths";

/** How the snippets of one client become files that run. */
export interface Runner {
  readonly client: string;
  /** Programs that have to be installed. */
  readonly needs: readonly Program[];
  readonly command: readonly [Program, ...string[]];
  /** The snippet's own file. */
  readonly file: string;
  /** What a snippet of the shape "call" stands in. */
  readonly around?: (code: string) => string;
  /** Beside it: what stands for a client that no registry here has. */
  readonly stubs?: (folder: string, code: string) => void;
  readonly env?: (scheme: string) => Readonly<Record<string, string>>;
  /** Speaks https alone. */
  readonly isSecure?: boolean;
  /** Sends parameters as a form, where everything is text. */
  readonly sendsForms?: boolean;
  /** Its program is a page, which shows a refusal where it shows a result. */
  readonly showsInPage?: boolean;
  /** What it prints of a refusal, where that is not the portal's code. */
  readonly refusal?: string;
}

const probes = {
  sh: ["sh", "-c", ":"],
  curl: ["curl", "--version"],
  jq: ["jq", "--version"],
  node: [process.execPath, "--version"],
  php: ["php", "-r", "exit(function_exists('curl_init') ? 0 : 1);"],
  python3: ["python3", "--version"],
  go: ["go", "version"],
  gofmt: ["sh", "-c", "command -v gofmt"],
} as const;

export type Program = keyof typeof probes;

const installed = new Map<Program, boolean>();

export function isInstalled(program: Program): boolean {
  const known = installed.get(program);
  if (known !== undefined) return known;
  const [command, ...args] = probes[program];
  const isThere = spawnSync(command, args, { stdio: "ignore" }).status === 0;
  installed.set(program, isThere);
  return isThere;
}

const stubs = path.join(repository, "test", "snippets", "stubs");

const php: Pick<Runner, "needs" | "command" | "file" | "around"> = {
  needs: ["php"],
  command: ["php", "-d", "display_errors=stderr", "snippet.php"],
  file: "snippet.php",
  around: (code) => `<?php\n${code}`,
};

const python: Pick<Runner, "needs" | "command" | "file"> = {
  needs: ["python3"],
  command: ["python3", "snippet.py"],
  file: "snippet.py",
};

export const runners: readonly Runner[] = [
  {
    client: "curl",
    needs: ["sh", "curl", "jq"],
    command: ["sh", "snippet.sh"],
    file: "snippet.sh",
  },
  { client: "fetch", needs: [], command: ["node", "snippet.mjs"], file: "snippet.mjs" },
  {
    client: "b24jssdk",
    needs: [],
    command: ["node", "snippet.mjs"],
    file: "snippet.mjs",
    isSecure: true,
  },
  {
    client: "bx24js",
    needs: [],
    showsInPage: true,
    command: ["node", "--import", "./bx24.mjs", "snippet.mjs"],
    file: "snippet.mjs",
    stubs: (folder, code) => {
      copy("js/bx24.mjs", folder, "bx24.mjs");
      const script = /<script>\n(.*)<\/script>/s.exec(code)?.[1];
      if (script !== undefined) writeFileSync(path.join(folder, "snippet.mjs"), script);
    },
  },
  { client: "php", ...php },
  {
    client: "crest",
    ...php,
    sendsForms: true,
    stubs: (folder, code) => {
      copy("php/crest.php", folder, "crest.php");
      // The lines that the snippet asks for are in it, as comments.
      const settings = [...code.matchAll(/^\/\/ +(define\(.*)$/gm)].map(([, line]) => line);
      writeFileSync(path.join(folder, "settings.php"), ["<?php", ...settings].join("\n"));
    },
  },
  {
    client: "b24phpsdk",
    ...php,
    stubs: (folder) => {
      copy("php/autoload.php", folder, "vendor/autoload.php");
    },
  },
  {
    client: "restCommand",
    ...php,
    sendsForms: true,
    around: (code) =>
      `<?php\nrequire 'restCommand.php';\n$_REQUEST['auth'] = ['access_token' => 'token'];\n${code}`,
    stubs: (folder) => {
      copy("php/restCommand.php", folder, "restCommand.php");
    },
  },
  { client: "python", ...python },
  {
    client: "b24pysdk",
    ...python,
    env: (scheme) => ({ STUB_SCHEME: scheme, PYTHONPATH: path.join(stubs, "python") }),
  },
  {
    client: "fastBitrix24",
    ...python,
    env: () => ({ PYTHONPATH: path.join(stubs, "python") }),
    refusal: "HTTP 403",
  },
  {
    client: "go",
    needs: ["go"],
    command: ["go", "run", "snippet.go"],
    file: "snippet.go",
    around: (code) => inMain(code, ""),
  },
  {
    client: "b24gosdk",
    needs: ["go"],
    command: ["go", "run", "."],
    file: "snippet.go",
    around: (code) => inMain(code, '\n\tb24 "github.com/bitrix24/b24gosdk"\n'),
    stubs: (folder) => {
      copy("go/b24.go.txt", folder, "sdk/b24.go");
      copy("go/go.mod.txt", folder, "sdk/go.mod");
      writeFileSync(path.join(folder, "go.mod"), goModule);
    },
    env: () => ({ GOFLAGS: "-mod=mod", GOPROXY: "off" }),
  },
];

const goModule = `module example

go 1.19

require github.com/bitrix24/b24gosdk v0.0.0

replace github.com/bitrix24/b24gosdk => ./sdk
`;

/** The imports are those that the first line of the snippet names. */
function inMain(code: string, more: string): string {
  const named = /Imports ([^.]*?)( and b24)?\.$/m.exec(code)?.[1]?.split(", ") ?? [];
  const imports = named.map((name) => `\t"${name}"\n`).join("");
  const lines = code.trimEnd().replaceAll("\n", "\n\t");
  return `package main\n\nimport (\n${imports}${more})\n\nfunc main() {\n\t${lines}\n}\n`;
}

function copy(stub: string, folder: string, file: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(path.join(stubs, stub), target);
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Writes a snippet into a folder of its own and runs it there.
 * @param certificate of the portal, PEM, for a client that insists on https
 */
export async function run(
  runner: Runner,
  snippet: { readonly code: string; readonly shape: Shape; readonly name: string },
  env: Readonly<Record<string, string>>,
  certificate = "",
): Promise<Ended> {
  const { code, shape, name } = snippet;
  const folder = path.join(output, "snippets", runner.client, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const text = shape === "call" ? (runner.around?.(code) ?? code) : code;
  writeFileSync(path.join(folder, runner.file), text);
  runner.stubs?.(folder, code);
  const trusted = path.join(folder, "portal.pem");
  writeFileSync(trusted, certificate);
  const [program, ...args] = runner.command;
  const scheme = env["B24_WEBHOOK"]?.split(":")[0] ?? "https";
  const trust = certificate === "" ? {} : { NODE_EXTRA_CA_CERTS: trusted };
  return ended(probes[program][0], args, folder, { ...env, ...trust, ...runner.env?.(scheme) });
}

/** Nothing of the surroundings but what programs need to be found and to keep their caches. */
function ended(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { PATH = "", HOME = "", GOCACHE } = process.env;
  const kept = GOCACHE === undefined ? {} : { GOCACHE };
  const child = spawn(command, args, { cwd, env: { PATH, HOME, ...kept, ...env } });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => (texts[name] += text));
  }
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, ...texts });
    });
  });
}

/** For the formatter of Go, which reads from its standard input. */
export function gofmt(code: string): { readonly status: number | null; readonly stdout: string } {
  return spawnSync("gofmt", [], { input: code, encoding: "utf8" });
}

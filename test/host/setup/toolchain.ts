import { spawnSync } from "node:child_process";
import { Failure } from "../failure";

const oldestPython = [3, 8];

/**
 * VS Code's extension host needs two small native modules, which npm delivers as source.
 * @throws Failure which names everything that is missing to compile them
 */
export function requireToolchain(): void {
  // On Windows the compiler is found through Visual Studio's installer, which node-gyp knows better than we do.
  if (process.platform === "win32") return;
  const missing = [
    ...(hasPython() ? [] : ["python3 (3.8 or newer)"]),
    ...(runs("make", "--version") ? [] : ["make"]),
    ...(hasCompiler() ? [] : ["a C++ compiler (g++ or clang++)"]),
  ];
  if (missing.length === 0) return;
  throw new Failure(
    `Missing to compile VS Code's native modules: ${missing.join(", ")}. Install them, then run this again.`,
  );
}

function hasPython(): boolean {
  const python = process.env["npm_config_python"] ?? process.env["PYTHON"] ?? "python3";
  return runs(
    python,
    "-c",
    `import sys; sys.exit(sys.version_info < (${oldestPython.join(", ")}))`,
  );
}

function hasCompiler(): boolean {
  const chosen = process.env["CXX"];
  if (chosen !== undefined) return runs(chosen, "--version");
  return runs("g++", "--version") || runs("clang++", "--version") || runs("c++", "--version");
}

function runs(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

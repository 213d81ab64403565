#!/usr/bin/env node
// Stands in for the executable of a desktop VS Code; launcher.ts is the whole of it. @vscode/test-electron starts
// one file without arguments of ours, so this one brings TypeScript with it.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
createRequire(import.meta.url)("./launcher.ts");

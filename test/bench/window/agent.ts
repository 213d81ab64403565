import { request } from "node:http";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import * as v from "valibot";
import * as vscode from "vscode";
import { addPortal } from "../../integration/support/commands";
import { FreezeWatch } from "./freezeWatch";
import { agentVariable, taskSchema, type Outcome, type Task } from "./tasks";

/** Where VS Code keeps the marks of its extension host. */
interface WithMarks {
  readonly MonacoPerformanceMarks: { getMarks(): readonly unknown[] };
}

const freezes = new FreezeWatch();
let emptyPanel: vscode.WebviewPanel | undefined;

/** VS Code calls this in its extension host, where the extension lives; it ends with the connection. */
export async function run(): Promise<void> {
  const socket = connect(Number(process.env[agentVariable]), "127.0.0.1");
  for await (const line of createInterface({ input: socket })) {
    const task = v.parse(taskSchema, JSON.parse(line));
    socket.write(`${JSON.stringify(await timed(task))}\n`);
  }
}

async function timed(task: Task): Promise<Outcome> {
  const startedMs = nowMs();
  try {
    const result = await work(task);
    return { startedMs, endedMs: nowMs(), ...(result === undefined ? {} : { result }) };
  } catch (error) {
    return { startedMs, endedMs: nowMs(), error: String(error) };
  }
}

function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

async function work(task: Task): Promise<unknown> {
  switch (task.do) {
    case "run":
      return vscode.commands.executeCommand(task.command, task.argument);
    case "addPortal":
      return addPortal(task);
    case "openEmptyPanel": {
      const panel = vscode.window.createWebviewPanel("bench", "Empty", vscode.ViewColumn.Active, {
        enableScripts: true,
      });
      panel.webview.html = task.html;
      emptyPanel = panel;
      return undefined;
    }
    case "postToEmptyPanel":
      return emptyPanel?.webview.postMessage("told");
    case "post":
      return post(task.url, task.body);
    case "findFiles":
      return (await vscode.workspace.findFiles("**/*")).length;
    case "readStartup":
      return readStartup();
    case "readMarks":
      return (globalThis as unknown as WithMarks).MonacoPerformanceMarks.getMarks();
    case "watchFreezes":
      freezes.start();
      return undefined;
    case "longestFreeze":
      return freezes.stop();
  }
}

/** @returns how many characters came */
function post(url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json" };
    const sent = request(url, { method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => {
        resolve(text.length);
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function readStartup(): Promise<string> {
  await vscode.commands.executeCommand("perfview.show");
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "perf");
  return document?.getText() ?? "";
}

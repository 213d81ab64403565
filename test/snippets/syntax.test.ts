import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { Emulator } from "../emulator/emulator";
import { throwAwayCertificate } from "../emulator/certificate";
import { leaveOut } from "../host/mocha/leftOut";
import { output } from "../host/paths";
import { awkward, batch, batchOfBot, ofBot, ofOwner, textOf } from "./support/calls";
import { gofmt, isInstalled, run, type Runner } from "./support/runners";

const calls = { ofOwner, ofBot, awkward, batch, batchOfBot };

describe("A snippet in TypeScript", () => {
  const folder = path.join(output, "snippets", "typescript");

  it("is taken by a strict compiler as it is by Node", () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const files = Object.entries(calls).flatMap(([name, call]) =>
      ["fetch", "b24jssdk"].map((id) => {
        const file = path.join(folder, `${id}-${name}.mts`);
        // Each is a module of its own, with names of its own.
        writeFileSync(file, `${textOf(id, call, "call")}\nexport {};\n`);
        return file;
      }),
    );
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ["node"],
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    assert.deepEqual(problems, []);
  }).timeout(60_000); // the compiler reads the SDK's types
});

describe("A snippet in Go", () => {
  const title = "is laid out as gofmt would";
  if (!isInstalled("gofmt")) {
    leaveOut("Go: no gofmt here", 1);
    return;
  }
  it(title, () => {
    for (const call of Object.values(calls)) {
      for (const id of ["go", "b24gosdk"]) {
        for (const shape of ["call", "program"] as const) {
          const code = textOf(id, call, shape);
          const { status, stdout } = gofmt(code);
          assert.equal(status, 0, code);
          assert.equal(stdout, code);
        }
      }
    }
  });
});

describe("The handler of an event with a restCommand of its own", () => {
  const handler: Runner = {
    client: "restCommand",
    needs: ["php"],
    command: ["php", "-d", "curl.cainfo=portal.pem", "-d", "display_errors=stderr", "event.php"],
    file: "snippet.php",
  };
  if (!isInstalled("php")) {
    leaveOut("restCommand: no php here", 2);
    return;
  }
  let emulator: Emulator;
  let certificate: string;
  before(async () => {
    const https = await throwAwayCertificate();
    certificate = https.cert;
    emulator = await Emulator.start({ https, requireHttps: true });
  });
  after(async () => {
    await emulator.stop();
  });

  async function handle(auth: string) {
    const event = `<?php $_REQUEST['auth'] = ${auth}; require 'snippet.php';`;
    const stubs = (folder: string): void => {
      writeFileSync(path.join(folder, "event.php"), event);
    };
    const code = textOf("restCommand", ofOwner, "program");
    return run({ ...handler, stubs }, { code, shape: "program", name: "handler" }, {}, certificate);
  }

  it("calls the portal of the event and ends with its code when refused", async () => {
    const { host } = new URL(emulator.origin);
    const { code, stderr } = await handle(`['access_token' => 'unknown', 'domain' => '${host}']`);
    assert.match(stderr, /NO_AUTH_FOUND/);
    assert.doesNotMatch(stderr, /Stack trace/);
    assert.equal(code, 1);
    assert.equal(emulator.requests.at(-1)?.method, "imbot.dialog.get");
    assert.equal(emulator.requests.at(-1)?.parameters["DIALOG_ID"], "chat210");
  });

  it("says that an event without an application brings no access", async () => {
    const { code, stderr } = await handle("[]");
    assert.match(stderr, /access_token is missing/);
    assert.equal(code, 1);
  });
});

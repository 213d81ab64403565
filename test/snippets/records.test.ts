import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { recordTypeOf, recordTypes } from "../../src/core/snippets/records/recordTypes";
import { leaveOut } from "../host/mocha/leftOut";
import { output } from "../host/paths";
import { valueOf } from "../portal/support/portalBench";
import { portalSuite } from "../portal/support/portalSuite";
import { botToken } from "./support/calls";
import { gofmt, isInstalled, run, type Program, type Runner } from "./support/runners";

/** Records of every generation: an Open Channel, one with strange names in it, a bot's. */
describe("The type of a record", () => {
  const suite = portalSuite();

  async function readings() {
    const { bench } = suite;
    return Promise.all([
      bench.read("chat210").then(valueOf),
      bench.read("chat286").then(valueOf),
      bench.read("chat21191").then(valueOf),
      bench.readAsBot("chat405", 456, botToken).then(valueOf),
    ]);
  }

  /** What the record itself was in the reply. */
  async function samples(id: string) {
    const type = recordTypes.find((each) => each.id === id);
    assert.ok(type !== undefined);
    return (await readings()).map(({ dialog, answer }) => {
      const result = answer.result as Readonly<Record<string, unknown>>;
      const record = "chat" in result ? result["chat"] : result;
      return { code: recordTypeOf(type, dialog.fields).code, record };
    });
  }

  function programOf(runner: Omit<Runner, "client" | "needs">) {
    const whole: Runner = { ...runner, client: "records", needs: [] };
    return (name: string, code: string) => run(whole, { code, shape: "program", name }, {});
  }

  function itWith(program: Program, title: string, test: () => Promise<void>): void {
    if (isInstalled(program)) it(title, test).timeout(60_000);
    else leaveOut(`Types of records: no ${program} here`, 1);
  }

  it("is one that the record fits in TypeScript, field for field", async () => {
    const folder = path.join(output, "snippets", "records-typescript");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const files = (await samples("type-typescript")).map(({ code, record }, index) => {
      const file = path.join(folder, `record${index}.mts`);
      const text = `${code}\nexport const record: DialogRecord = ${JSON.stringify(record)};\n`;
      writeFileSync(file, text);
      return file;
    });
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      lib: ["lib.es2022.d.ts"],
      types: [],
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    assert.deepEqual(problems, []);
  }).timeout(60_000); // the compiler reads its library

  itWith("go", "is one that the record is read into in Go, field for field", async () => {
    const go = programOf({ command: ["go", "run", "snippet.go"], file: "snippet.go" });
    for (const [index, { code, record }] of (await samples("type-go")).entries()) {
      assert.equal(gofmt(code).stdout, code);
      const text = JSON.stringify(JSON.stringify(record));
      const ended = await go(`go-${index}`, strictDecoder(code, text));
      assert.equal(ended.code, 0, ended.stderr);
    }
  });

  itWith("python3", "is taken by Python", async () => {
    const python = programOf({ command: ["python3", "snippet.py"], file: "snippet.py" });
    for (const [index, { code }] of (await samples("type-python")).entries()) {
      const ended = await python(`python-${index}`, code);
      assert.equal(ended.code, 0, ended.stderr);
    }
  });

  itWith("php", "is taken by PHP", async () => {
    const php = programOf({ command: ["php", "-l", "snippet.php"], file: "snippet.php" });
    for (const [index, { code }] of (await samples("type-php")).entries()) {
      const ended = await php(`php-${index}`, `<?php\n${code}`);
      assert.equal(ended.code, 0, ended.stderr);
    }
  });
});

function strictDecoder(type: string, json: string): string {
  return `package main

import (
	"encoding/json"
	"log"
	"strings"
)

${type}
func main() {
	decoder := json.NewDecoder(strings.NewReader(${json}))
	decoder.DisallowUnknownFields()
	var record DialogRecord
	if err := decoder.Decode(&record); err != nil {
		log.Fatal(err)
	}
}
`;
}

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as ts from "typescript";
import { decodeEntity } from "../../src/core/dialog/entity/decodeEntity";
import type { EntityFact } from "../../src/core/dialog/entity/entityFact";
import { goHelpers, parserOf } from "../../src/core/snippets/entityData/parsers";
import type { ParserLanguage } from "../../src/core/snippets/entityData/positionReads";
import { openLineChats } from "../../src/demo/seed/openLineChats";
import { output } from "../host/paths";
import { leaveOut } from "../host/mocha/leftOut";
import { gofmt, isInstalled, type Program } from "./support/runners";

const ofDemo = openLineChats().map(
  ({ entityData1, entityData2 }) => [entityData1, entityData2] as const,
);

/** What portals write, and what code that counts places gets wrong: other orders, missing parts, nothing at all. */
const texts: readonly (readonly [first: string, second: string])[] = [
  ...ofDemo,
  ["", ""],
  ["Y", "DEAL"],
  ["Y|DEAL|88|N", "DEAL|88|LEAD|12|CONTACT|31|COMPANY|7"],
  ["N|NONE|0|Y|N|512|1773682918|2|1773682999|USER|more", "NONE|0|DYNAMIC_1038|5|DEAL|0"],
  ["y|deal|-1|x||5.5|1e3| 7|0|0", "deal|5|DEAL|5x|LEAD|٣"],
  ["Y|DYNAMIC_1038|5|N|N|0000000000000001", "LEAD|0000000000000001"],
];

type Parsed = readonly [first: Readonly<Record<string, unknown>>, second: unknown];

/** The product's own reading of the same strings. */
function expected([data1, data2]: (typeof texts)[number]): Parsed {
  const ofFirst = factsOf(data1, "");
  const fact = (name: string): unknown => plain(ofFirst.find((each) => each.name === name));
  const object = ofFirst.find(({ value }) => value.type === "object")?.value;
  const isObject = object?.type === "object";
  const type = data1.split("|")[1] ?? "";
  const first = {
    crm_enabled: fact("crmEnabled"),
    crm_type: isObject ? object.objectType : (fact("crmType") ?? typeAlone(ofFirst, type)),
    crm_id: isObject ? object.objectId : fact("crmObject"),
    pause: fact("pause"),
    wait_action: fact("waitAction"),
    session_id: fact("sessionId"),
    session_start: fact("sessionStart"),
    line_id: fact("sessionLine"),
    block_date: fact("blockDate"),
    block_reason: fact("blockReason"),
  };
  const second = factsOf("", data2).flatMap(({ value }) =>
    value.type === "object" ? [[value.objectType, value.objectId] as const] : [],
  );
  return [first, Object.fromEntries(data2 === "" ? [] : second)];
}

function factsOf(data1: string, data2: string): readonly EntityFact[] {
  const field = data1 === "" ? "entity_data_2" : "entity_data_1";
  return decodeEntity({ entityType: "LINES", entityId: "", data1, data2, data3: "" }).filter(
    (fact) => fact.field === field,
  );
}

/** Type and id are one fact: of one without the other the type is the part as it came. */
function typeAlone(facts: readonly EntityFact[], type: string): string | null {
  const isPair = facts.some(({ raw = "" }) => raw.startsWith(`${type}|`));
  return isPair && type !== "" && type !== "NONE" ? type : null;
}

function plain(fact: EntityFact | undefined): unknown {
  switch (fact?.value.type) {
    case "flag":
      return fact.value.isOn;
    case "number":
      return fact.value.value;
    case "time":
      return fact.value.epochS;
    case "text":
      return fact.value.text;
    default:
      return null;
  }
}

interface ParserRunner {
  readonly needs: readonly Program[];
  readonly command: readonly [string, ...string[]];
  readonly file: string;
  /** A program that prints what both parsers make of the texts, as JSON. */
  readonly program: (first: string, second: string) => string;
}

const cases = JSON.stringify(texts);
const script = (first: string, second: string): string =>
  `${first}\n${second}\nconst texts = ${cases};\nconsole.log(JSON.stringify(texts.map(([one, two]) => [parseEntityData1(one), parseEntityData2(two)])));\n`;

const runners: Readonly<Record<ParserLanguage, ParserRunner>> = {
  php: {
    needs: ["php"],
    command: ["php", "-d", "display_errors=stderr", "parser.php"],
    file: "parser.php",
    program: (first, second) =>
      `<?php\n${first}\n${second}\n$texts = json_decode('${cases}');\necho json_encode(array_map(fn ($t) => [parseEntityData1($t[0]), (object) parseEntityData2($t[1])], $texts));\n`,
  },
  python: {
    needs: ["python3"],
    command: ["python3", "parser.py"],
    file: "parser.py",
    program: (first, second) =>
      `${first}\n\n${second}\n\nimport json\ntexts = json.loads(r'''${cases}''')\nprint(json.dumps([[parse_entity_data_1(a), parse_entity_data_2(b)] for a, b in texts]))\n`,
  },
  javascript: {
    needs: [],
    command: [process.execPath, "parser.mjs"],
    file: "parser.mjs",
    program: script,
  },
  typescript: {
    needs: [],
    command: [process.execPath, "parser.mjs"],
    file: "parser.mjs",
    program: (first, second) =>
      ts.transpileModule(script(first, second), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
        reportDiagnostics: true,
      }).outputText,
  },
  go: {
    needs: ["go", "gofmt"],
    command: ["go", "run", "parser.go"],
    file: "parser.go",
    program: (first, second) =>
      `package main\n\nimport (\n\t"encoding/json"\n\t"fmt"\n\t"strings"\n)\n\n${first}\n${second}\n${goHelpers}\nfunc main() {\n\tvar texts [][2]string\n\t_ = json.Unmarshal([]byte(\`${cases}\`), &texts)\n\tall := [][2]any{}\n\tfor _, text := range texts {\n\t\tall = append(all, [2]any{parseEntityData1(text[0]), parseEntityData2(text[1])})\n\t}\n\tprinted, _ := json.Marshal(all)\n\tfmt.Println(string(printed))\n}\n`,
  },
};

describe("A parser of entity strings", () => {
  for (const [language, runner] of Object.entries(runners) as [ParserLanguage, ParserRunner][]) {
    const missing = runner.needs.filter((program) => !isInstalled(program));
    if (missing.length > 0) {
      leaveOut(`parser for ${language}: no ${missing.join(", ")} here`, 1);
      continue;
    }
    it(`reads in ${language} what the panel reads`, () => {
      const folder = path.join(output, "snippets", "entityParsers", language);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const program = runner.program(parserOf(language, 1), parserOf(language, 2));
      writeFileSync(path.join(folder, runner.file), program);
      const [command, ...args] = runner.command;
      const printed = execFileSync(command, args, { cwd: folder, encoding: "utf8" });
      const parsed = (JSON.parse(printed) as readonly Parsed[]).map(([first, second]) => [
        inSnakeCase(first),
        second,
      ]);
      const wanted = texts.map(expected);
      assert.deepEqual(parsed, language === "go" ? wanted.map(asGo) : wanted);
    }).timeout(60_000); // the first program of a language is compiled with its library
  }

  it("is laid out in Go as gofmt does", () => {
    if (!isInstalled("gofmt")) return;
    const code = `package main\n\n${parserOf("go", 1)}\n${parserOf("go", 2)}\n${goHelpers}`;
    assert.equal(gofmt(code).stdout, code);
  });
});

function inSnakeCase(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name
        .replace(/^CRM/, "Crm")
        .replace(/ID$/, "Id")
        .replace(/(?<=.)([A-Z])/g, "_$1")
        .toLowerCase(),
      value,
    ]),
  );
}

/** In Go what is not there is false, 0 or "". */
function asGo([first, second]: Parsed): Parsed {
  const empty = (name: string): unknown =>
    /enabled|pause|wait/.test(name) ? false : /type|reason/.test(name) ? "" : 0;
  const filled = Object.entries(first).map(([name, value]) => [name, value ?? empty(name)]);
  return [Object.fromEntries(filled) as Parsed[0], second];
}

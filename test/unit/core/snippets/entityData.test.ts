import assert from "node:assert/strict";
import { parsedRead } from "../../../../src/core/snippets/entityData/parsers";
import {
  insertionLine,
  parserLanguage,
  positionReadAt,
} from "../../../../src/core/snippets/entityData/positionReads";

describe("An entity string that is read by position", () => {
  const rows: readonly (readonly [
    language: string,
    line: string,
    taken: string,
    read: string | undefined,
  ])[] = [
    [
      "php",
      `$session = (int) explode("|", $chat['entity_data_1'])[5];`,
      `explode("|", $chat['entity_data_1'])[5]`,
      `parseEntityData1($chat['entity_data_1'])['session_id']`,
    ],
    [
      "php",
      `$deal = explode('|', $data->entityData2)[7];`,
      `explode('|', $data->entityData2)[7]`,
      `(parseEntityData2($data->entityData2)['DEAL'] ?? null)`,
    ],
    [
      "php",
      `[$crm, $type] = explode('|', $event['CHAT_ENTITY_DATA_1']);`,
      `explode('|', $event['CHAT_ENTITY_DATA_1'])`,
      undefined,
    ],
    [
      "typescript",
      `const id = Number(chat.entityData1?.split("|")[5]);`,
      `chat.entityData1?.split("|")[5]`,
      `parseEntityData1(chat.entityData1).sessionId`,
    ],
    [
      "javascript",
      `const type = chat["entity_data_1"].split('|')[1]`,
      `chat["entity_data_1"].split('|')[1]`,
      `parseEntityData1(chat["entity_data_1"]).crmType`,
    ],
    [
      "python",
      `session = int(chat["entity_data_1"].split("|")[5])`,
      `chat["entity_data_1"].split("|")[5]`,
      `parse_entity_data_1(chat["entity_data_1"])["session_id"]`,
    ],
    [
      "python",
      `lead = chat.get("entity_data_2", "").split("|")[1]`,
      `chat.get("entity_data_2", "").split("|")[1]`,
      `parse_entity_data_2(chat.get("entity_data_2", "")).get("LEAD")`,
    ],
    [
      "go",
      `session := strings.Split(chat.EntityData1, "|")[5]`,
      `strings.Split(chat.EntityData1, "|")[5]`,
      `parseEntityData1(chat.EntityData1).SessionID`,
    ],
    [
      "go",
      `crm := strings.Split(entityData1, "|")[2]`,
      `strings.Split(entityData1, "|")[2]`,
      `parseEntityData1(entityData1).CRMID`,
    ],
  ];
  for (const [languageId, line, taken, expected] of rows) {
    it(`is found in ${languageId}: ${line}`, () => {
      const language = parserLanguage(languageId);
      assert.ok(language !== undefined);
      const read = positionReadAt(line, line.indexOf("|"), language);
      assert.ok(read?.field !== undefined);
      assert.equal(line.slice(read.offset, read.offset + read.length), taken);
      assert.equal(parsedRead(read, read.field, language), expected);
      assert.equal(positionReadAt(line, 0, language), undefined);
    });
  }

  it("is none of other strings, signs and languages", () => {
    for (const line of [
      `explode(",", $entity_data_1)[5]`,
      `explode("|", $other)[5]`,
      `explode("|", $entity_data_3)[0]`,
      `$entity_data_1 = "a|b"; explode("|", $x)`,
    ]) {
      assert.equal(positionReadAt(line, line.indexOf("explode") + 1, "php"), undefined, line);
    }
    assert.equal(parserLanguage("markdown"), undefined);
    assert.equal(parserLanguage("constructor"), undefined);
  });

  it("gets its parser above the outermost block, with the comments of that", () => {
    const lines = [
      "<?php",
      "namespace Bot;",
      "",
      "/** A handler. */",
      "#[Handler]",
      "class Handler",
      "{",
      "    public function handle() {",
      "        explode('|', $entityData1)[5];",
    ];
    assert.equal(insertionLine(lines, 8), 3);
    assert.equal(insertionLine(["<?php", "  explode();"], 1), 1);
    assert.equal(insertionLine(["if x:", "    pass", "else:", "    y()"], 3), 0);
    assert.equal(insertionLine(["y()"], 0), 0);
  });
});

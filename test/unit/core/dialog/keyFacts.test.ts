import assert from "node:assert/strict";
import { keyFactsOf } from "../../../../src/core/dialog/keyFacts";
import { decodeDialog } from "../../../../src/core/dialog/decodeDialog";
import { fullRecord } from "../../support/records";

function pathsOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  const dialog = decodeDialog({ ...fullRecord, ...record }, "chat29");
  assert.ok(dialog.ok);
  return keyFactsOf(dialog.value).map((fact) =>
    fact.kind === "field" ? fact.path : `${fact.path} ${fact.fact.name}`,
  );
}

describe("The key facts of a dialog", () => {
  it("say of an Open Channel what its strings mean, not the strings", () => {
    const paths = pathsOf({
      type: "lines",
      entity_type: "LINES",
      entity_id: "telegrambot|2|209607941|744",
      entity_data_1: "Y|DEAL|88|N|N|1042|1771934178|2|0|0",
      entity_data_2: "LEAD|0|COMPANY|0|CONTACT|17|DEAL|88",
    });
    assert.deepEqual(paths.slice(-8), [
      "message_count",
      "bound.entity_id[0] connector",
      "bound.entity_id[1] line",
      "bound.entity_id[3] connectorUser",
      "bound.entity_data_1[5] sessionId",
      "bound.entity_data_2[4–5] crmBinding",
      "bound.entity_data_2[6–7] crmBinding",
      "date_create",
    ]);
  });

  it("name the main object of a session that is bound to nothing else", () => {
    const paths = pathsOf({
      entity_type: "LINES",
      entity_id: "livechat|1|1|7",
      entity_data_1: "Y|LEAD|5|N|N|3",
      entity_data_2: "LEAD|0|DEAL|0",
    });
    assert.ok(paths.includes("bound.entity_data_1[1–2] crmObject"));
  });

  it("name the object of a CRM chat and the task of a task's", () => {
    assert.deepEqual(pathsOf({ entity_type: "CRM", entity_id: "DEAL|1663" }).slice(-2), [
      "bound.entity_id crmObject",
      "date_create",
    ]);
    assert.ok(
      pathsOf({ entity_type: "TASKS_TASK", entity_id: "12" }).includes("bound.entity_id task"),
    );
  });

  it("keep the strings as they came where nobody documented them", () => {
    assert.deepEqual(pathsOf({ entity_type: "WAREHOUSE", entity_id: "a|1" }).slice(-3), [
      "entity_type",
      "entity_id",
      "date_create",
    ]);
    assert.deepEqual(pathsOf({ entity_type: "CRM", entity_id: "?" }).slice(-3), [
      "entity_type",
      "entity_id",
      "date_create",
    ]);
  });
});

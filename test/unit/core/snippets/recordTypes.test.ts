import assert from "node:assert/strict";
import { readFields } from "../../../../src/core/dialog/recordFields";
import { camelCase, snakeCase } from "../../../../src/core/dialog/spelling";
import { recordTypeOf, recordTypes } from "../../../../src/core/snippets/records/recordTypes";

const record = {
  id: 29,
  name: "s3cr3t title",
  description: "",
  background_id: null,
  entity_link: { type: "DEAL", url: "/crm/deal/details/88/" },
  manager_list: [],
  mute_list: { "503": true },
  readed_list: [{ user_id: 1, user_name: "s3cr3t name", date: null }],
  brand_new: [1.5],
  "od*/d 'name'\n": "x",
};

function written(
  id: string,
  fields = readFields(record, snakeCase, [["users", []]]).fields,
): string {
  const type = recordTypes.find((each) => each.id === id);
  assert.ok(type !== undefined);
  return recordTypeOf(type, fields).code;
}

describe("The type of the record that is shown", () => {
  it("has every field, unset and undocumented ones marked", () => {
    assert.equal(
      written("type-typescript"),
      `export interface DialogRecord {
  id: number;
  name: string;
  description: string; // unset here
  background_id: string | null; // unset here
  entity_link: {
    type: string;
    url: string;
  };
  manager_list: Array<number>; // unset here
  mute_list: Record<string, boolean>;
  readed_list: Array<{
    user_id: number;
    user_name: string;
    date: string | null;
  }>;
  brand_new: Array<number>; // not documented
  "od*/d 'name'\\n": string; // not documented
}
`,
    );
  });

  it("holds no value, and no name that is one", () => {
    for (const { id } of recordTypes) assert.doesNotMatch(written(id), /s3cr3t|503|29|crm/, id);
  });

  it("leaves out what stood beside the record", () => {
    for (const { id } of recordTypes) assert.doesNotMatch(written(id), /users/, id);
  });

  it("does not let a field's name end the comment that PHP reads", () => {
    const code = written("type-php");
    assert.equal(code.split("*/").length, 2);
    assert.ok(code.endsWith(" */\n"));
    assert.match(code, /brand_new: not documented/);
  });

  it("spells the fields as the method that spoke", () => {
    const { fields } = readFields(
      { entityData1: "x", entityLink: { type: "DEAL" }, lastMessageViews: { messageId: 1 } },
      camelCase,
      [],
    );
    assert.equal(
      written("type-go", fields),
      `type DialogRecord struct {
	EntityData1 string \`json:"entityData1"\`
	EntityLink  struct {
		Type string \`json:"type"\`
	} \`json:"entityLink"\`
	LastMessageViews struct {
		MessageId int64 \`json:"messageId"\`
	} \`json:"lastMessageViews"\`
}
`,
    );
  });
});

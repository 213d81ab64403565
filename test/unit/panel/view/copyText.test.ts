import assert from "node:assert/strict";
import type { PanelBody, PanelValue, PlainValue } from "../../../../src/panel/protocol/panelView";
import { copyTextIn } from "../../../../src/panel/view/copyText";

function bodyWith(value: PanelValue): PanelBody {
  const fields = [{ key: "role", label: "Role", value, canCopy: true }];
  return {
    type: "facts",
    summary: [],
    groups: [{ id: "people", label: "People", startsOpen: true, fields }],
  };
}

const text = (value: string): PlainValue => ({ type: "text", text: value });
const sides: PanelValue = {
  type: "sides",
  sides: [
    { key: "role", label: "user 1", value: text("Owner") },
    { key: "second.role", label: "bot Helper", value: text("Member") },
  ],
};

describe("What a row copies", () => {
  it("is what each of two readers was told, as the reply had it", () => {
    const whole: Readonly<Record<string, string>> = { role: "OWNER", "second.role": "MEMBER" };
    assert.equal(
      copyTextIn(bodyWith(sides), "role", (key) => whole[key]),
      "user 1: OWNER\nbot Helper: MEMBER",
    );
  });

  it("is what is shown where no reply has it", () => {
    assert.equal(copyTextIn(bodyWith(sides), "role"), "user 1: Owner\nbot Helper: Member");
    assert.equal(copyTextIn(bodyWith(text("Owner")), "role"), "Owner");
  });

  it("is the whole field of the reply, of which a row may show the beginning", () => {
    assert.equal(
      copyTextIn(bodyWith(text("Ow")), "role", () => "Owner"),
      "Owner",
    );
    assert.equal(copyTextIn(bodyWith(text("x")), "other"), undefined);
  });
});

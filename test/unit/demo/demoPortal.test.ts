import assert from "node:assert/strict";
import { demoBot, demoOrigin, demoWebhook } from "../../../src/core/portal/demoAddress";
import { readMethods } from "../../../src/core/portal/readMethods";
import { DemoPortal } from "../../../src/demo/demoPortal";

describe("The built-in demo portal", () => {
  const portal = new DemoPortal(demoOrigin, () => Date.parse("2026-03-17T10:00:00Z"));
  const call = (method: string, parameters: object = {}): Record<string, unknown> => {
    const path = `${new URL(demoWebhook).pathname}${method}`;
    const { body } = portal.answer({ path, body: JSON.stringify(parameters) });
    return JSON.parse(body) as Record<string, unknown>;
  };

  it("knows every method that the product may call", () => {
    for (const method of Object.keys(readMethods)) {
      assert.notEqual(call(method)["error"], "ERROR_METHOD_NOT_FOUND", method);
    }
  });

  it("opens with the webhook that the product adds for it", () => {
    assert.equal((call("profile")["result"] as Record<string, unknown>)["ID"], "1");
    const wrong = portal.answer({ path: "/rest/1/another0secret00/profile", body: "{}" });
    assert.equal(wrong.status, 401);
  });

  it("has the bot whose token the product adds for it", () => {
    const { botId, token } = demoBot;
    const reply = call("imbot.v2.Chat.get", { botId, botToken: token, dialogId: "chat405" });
    assert.equal(reply["error"], undefined);
  });

  it("draws its pictures itself, for no network resolves its name", () => {
    const { result } = call("imbot.dialog.get", { DIALOG_ID: "chat29" });
    assert.match((result as { avatar: string }).avatar, /^data:image\/png;base64,iVBOR/);
  });
});

import assert from "node:assert/strict";
import { TokenPlace } from "../../../../src/core/portal/shownParams";
import type { Exchange } from "../../../../src/core/portal/portalCaller";
import { answerGroup } from "../../../../src/panel/view/answerView";

describe("How an answer was got", () => {
  it("names every parameter as it was sent, but not the bot's token", () => {
    const exchange: Exchange = {
      method: "imbot.v2.Chat.get",
      params: { botId: 456, botToken: new TokenPlace(), dialogId: "chat29", ids: [1, 2] },
      host: "portal.example",
      status: 200,
      durationMs: 12,
      finishedAtMs: 0,
      time: undefined,
      body: "{}",
    };
    const { fields } = answerGroup(exchange, "Helper");
    const shown = fields.filter(({ key }) => key.startsWith("answer.params."));
    assert.deepEqual(
      shown.map(({ wireName, value }) => [wireName, value.type === "text" && value.text]),
      [
        ["botId", "456"],
        ["botToken", "the bot's token, not shown"],
        ["dialogId", "chat29"],
        ["ids", "[1,2]"],
      ],
    );
  });
});

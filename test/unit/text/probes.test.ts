import assert from "node:assert/strict";
import { chatRef } from "../../../src/core/dialog/dialogId";
import { labelOfProbe } from "../../../src/text/probes";

describe("The label of a probe", () => {
  it("names a bot by its id where the portal did not tell a name", () => {
    const labels = ["Helper", " \n", ""].map((name) =>
      labelOfProbe({ kind: "bot", chat: chatRef(29), bot: { botId: 456, name } }),
    );
    assert.deepEqual(labels, [
      "Look as the bot “Helper”",
      "Look as the bot “456”",
      "Look as the bot “456”",
    ]);
  });
});

import assert from "node:assert/strict";
import { parsePanelToHost } from "../../../../src/panel/protocol/panelMessages";

const question = { type: "people", key: "readed_list", query: "ivy", from: 50, readsMore: false };

describe("A question of the page for people", () => {
  it("is taken as it is", () => {
    assert.deepEqual(parsePanelToHost(question), question);
  });

  for (const [name, change] of [
    ["a key that is too long", { key: "x".repeat(301) }],
    ["a search that is too long", { query: "x".repeat(201) }],
    ["a place before the beginning", { from: -1 }],
    ["a place between two people", { from: 0.5 }],
    ["a place that is none", { from: Number.NaN }],
    ["a place behind every list", { from: 1e9 }],
    ["no key", { key: undefined }],
    ["something else than yes or no", { readsMore: "yes" }],
  ] as const) {
    it(`is not taken with ${name}`, () => {
      assert.equal(parsePanelToHost({ ...question, ...change }), undefined);
    });
  }
});

import assert from "node:assert/strict";
import {
  chatMeantBy,
  conclude,
  findingOfBotRead,
  findingOfRead,
  leavesOpen,
  type Conclusion,
  type Finding,
} from "../../../../src/core/sessions/probeFindings";
import { success } from "../../../../src/core/base/result";
import { cancelled, failed, refOf, refusal } from "./support/probeBench";

const v2 = "imbot.v2.Chat.get";
const dialogId = "chat77";

describe("A finding", () => {
  it("of a read is the chat, the same refusal, or nothing", () => {
    const seen = findingOfRead(dialogId, success({ title: "Fleet" }));
    assert.deepEqual(seen, { kind: "readable", dialogId, title: "Fleet" });
    for (const code of ["ACCESS_ERROR", "access_error"]) {
      assert.deepEqual(findingOfRead(dialogId, refusal(code)), { kind: "refused", dialogId });
    }
    assert.equal(findingOfRead(dialogId, refusal("insufficient_scope"))?.kind, "inconclusive");
    assert.equal(findingOfRead(dialogId, cancelled), undefined);
  });

  const ofBot: readonly [code: string, kind: Finding["kind"]][] = [
    ["ACCESS_DENIED", "hiddenFromBot"],
    ["access_denied", "hiddenFromBot"],
    ["CHAT_NOT_FOUND", "noSuchChat"],
    ["ACCESS_ERROR", "inconclusive"],
    ["BOT_NOT_FOUND", "inconclusive"],
    ["BOT_OWNERSHIP_ERROR", "inconclusive"],
    ["BOT_TOKEN_NOT_SPECIFIED", "inconclusive"],
    ["ERROR_METHOD_NOT_FOUND", "inconclusive"],
    ["QUERY_LIMIT_EXCEEDED", "inconclusive"],
  ];
  for (const [code, kind] of ofBot) {
    it(`of a bot that is refused with ${code} is ${kind}`, () => {
      assert.equal(findingOfBotRead(dialogId, refusal(code, v2))?.kind, kind);
    });
  }

  it("of a bot is the chat that it sees, nothing of an outage, and none of a cancellation", () => {
    const seen = findingOfBotRead(dialogId, success({ title: "" }));
    assert.deepEqual(seen, { kind: "seenByBot", dialogId, title: "" });
    const timedOut = failed({ kind: "timedOut", host: "portal.example", afterMs: 1 }, v2);
    const finding = findingOfBotRead(dialogId, timedOut);
    assert.ok(finding?.kind === "inconclusive");
    assert.equal(finding.failure.diagnosis.cause, "timedOut");
    assert.equal(findingOfBotRead(dialogId, cancelled), undefined);
  });
});

describe("The chat that an id means", () => {
  it("is there for chats and bare numbers; reading the other forms could change the portal", () => {
    const meant = ["chat77", "77", "sg7", "crm|DEAL|7"].map((id) => chatMeantBy(refOf(id)));
    assert.deepEqual(
      meant.map((ref) => ref?.dialogId),
      ["chat77", "chat77", undefined, undefined],
    );
  });
});

describe("A refusal that leaves the cause open", () => {
  it("is ACCESS_ERROR in both its meanings, and no other", () => {
    assert.ok(leavesOpen("noAccessOrNoChat") && leavesOpen("noRecord"));
    assert.ok(!leavesOpen("accessDenied") && !leavesOpen("webhookRejected"));
  });
});

describe("The conclusion", () => {
  const readable: Finding = { kind: "readable", dialogId, title: "" };
  const refused: Finding = { kind: "refused", dialogId };
  const listed: Finding = { kind: "listed", dialogId, title: "" };
  const notListed: Finding = { kind: "notListed", count: 3, isAll: true };
  const seen: Finding = { kind: "seenByBot", dialogId, title: "" };
  const hidden: Finding = { kind: "hiddenFromBot", dialogId };
  const missing: Finding = { kind: "noSuchChat", dialogId };
  const inconclusive = findingOfRead(dialogId, refusal("ERROR_CORE"));
  assert.ok(inconclusive !== undefined);

  const rows: readonly [
    asked: string,
    findings: readonly Finding[],
    isAll: boolean,
    conclusion: Conclusion | undefined,
  ][] = [
    ["77", [readable], false, { kind: "chatWasMeant", dialogId }],
    ["77", [refused], false, undefined],
    ["77", [refused, notListed], true, { kind: "undecided" }],
    ["77", [listed], false, { kind: "chatWasMeant", dialogId }],
    ["chat77", [listed], false, { kind: "contradiction" }],
    ["chat77", [], false, undefined],
    ["chat77", [notListed], false, undefined],
    ["chat77", [notListed], true, { kind: "undecided" }],
    ["chat77", [notListed, seen], true, { kind: "existsWithoutOwner", dialogId }],
    ["chat77", [hidden], false, { kind: "existsWithoutOwner", dialogId }],
    ["chat77", [missing], false, { kind: "noSuchChat", dialogId }],
    ["chat77", [missing, hidden], true, { kind: "existsWithoutOwner", dialogId }],
    ["chat77", [missing, listed], true, { kind: "contradiction" }],
    ["chat77", [inconclusive], true, undefined],
    ["chat77", [inconclusive, notListed], true, undefined],
    ["chat77", [inconclusive, missing], true, { kind: "noSuchChat", dialogId }],
    ["sg7", [], true, { kind: "undecided" }],
  ];
  for (const [asked, findings, isAll, conclusion] of rows) {
    const found = findings.map(({ kind }) => kind).join(", ") || "nothing";
    it(`for ${asked} of ${found}${isAll ? ", all that there is," : ""} is ${conclusion?.kind ?? "open"}`, () => {
      assert.deepEqual(conclude(refOf(asked), findings, isAll), conclusion);
    });
  }
});

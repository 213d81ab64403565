import assert from "node:assert/strict";
import { storedSecrets } from "../../support/webhookSources";
import { DialogMemory } from "../../../../src/core/sessions/dialogMemory";
import { nothingKnown } from "../../../../src/core/dialog/dialogSummary";
import { ListReader } from "../../../../src/core/reads/listReader";
import { TitleLearner } from "../../../../src/core/sessions/titleLearner";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { webhookIn } from "../../support/webhooks";
import { FakePortal, refused } from "../sidebar/support/fakePortal";
import { northwind } from "../sidebar/support/northwind";

const checked: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  scopes: ["im", "imbot"],
  readsWithoutAsking: false,
};

describe("Titles that no list told", () => {
  let portal: FakePortal;
  let memory: DialogMemory;
  let titles: TitleLearner;
  let record: PortalRecord | undefined;
  let learned: number;
  beforeEach(() => {
    portal = new FakePortal(northwind());
    memory = new DialogMemory();
    record = checked;
    const reader = new ListReader(portal, storedSecrets(webhookIn()));
    titles = new TitleLearner(() => record, reader, memory);
    learned = 0;
    titles.onDidLearn(() => learned++);
  });

  const known = (dialogId: string): string | undefined => memory.recall("p1", dialogId)?.title;

  it("are a chat's own, and a person's name for a private dialog", async () => {
    await titles.learn(["chat29", "5"]);
    assert.deepEqual([known("chat29"), known("5")], ["Title of chat29", "Person 5"]);
    assert.equal(learned, 1);
    assert.equal(memory.recall("p1", "5")?.kind, undefined, "a name tells nothing of the chat");
  });

  it("are asked for once, and not where one is known", async () => {
    memory.learn("p1", { ...nothingKnown("chat30"), title: "Known" });
    await Promise.all([titles.learn(["chat29", "chat30"]), titles.learn(["chat29", "chat31"])]);
    await titles.learn(["chat29", "chat30", "chat31"]);
    assert.deepEqual(
      portal.asked("imbot.dialog.get").map(({ DIALOG_ID }) => DIALOG_ID),
      ["chat29", "chat31"],
    );
  });

  it("are never asked for where asking could change the portal", async () => {
    await titles.learn(["sg12", "crm|DEAL|88", "", "nonsense"]);
    assert.deepEqual(portal.calls, []);
    assert.equal(learned, 0);
  });

  it("of persons need a scope", async () => {
    record = { ...checked, scopes: ["imbot"] };
    await titles.learn(["5"]);
    assert.deepEqual(portal.calls, []);
  });

  it("stay unknown when the portal refuses, until they are asked for again", async () => {
    const { answers } = portal;
    portal.answers = {
      "im.user.get": () => {
        throw refused("ACCESS_ERROR");
      },
    };
    await titles.learn(["chat29", "5"]);
    await titles.learn(["chat29", "5"]);
    assert.equal(learned, 0);
    assert.deepEqual([known("chat29"), known("5")], [undefined, undefined]);
    portal.answers = answers;
    portal.calls.length = 0;
    await titles.learnAgain();
    assert.deepEqual([known("chat29"), known("5")], ["Title of chat29", "Person 5"]);
    await titles.learnAgain();
    assert.equal(portal.calls.length, 2);
  });

  it("of no portal are nobody's", async () => {
    record = undefined;
    await titles.learn(["chat29"]);
    assert.deepEqual(portal.calls, []);
  });

  it("are told to nobody, and given up, after the end", async () => {
    let answer = (): void => undefined;
    portal.answers["imbot.dialog.get"] = () =>
      new Promise((resolve) => {
        answer = () => {
          resolve({ id: 29, name: "Late" });
        };
      });
    const learning = titles.learn(["chat29"]);
    await Promise.resolve();
    titles.dispose();
    await new Promise((resolve) => setImmediate(resolve));
    answer();
    await learning;
    assert.deepEqual([learned, known("chat29")], [0, undefined]);
  });
});

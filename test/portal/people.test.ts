import assert from "node:assert/strict";
import { parseExactDialogId } from "../../src/core/dialog/dialogId";
import { DialogPeople } from "../../src/core/sessions/dialogPeople";
import type { Fault } from "../emulator/faults";
import { BrowseBench, type BrowseOptions } from "./browse/support/browseBench";
import { valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { until } from "./support/until";

const never = new AbortController().signal;

describe("The people of a dialog over a real socket", () => {
  const suite = portalSuite();

  /** Reads the record as the panel does, then the people in it. */
  async function readPeople(dialogId: string, options: BrowseOptions & { user?: 1 | 5 } = {}) {
    const bench = await BrowseBench.start(suite.emulator.webhook(options.user), options);
    const ref = parseExactDialogId(dialogId);
    assert.ok(ref !== undefined);
    const { dialog } = valueOf(await bench.run(bench.reader.dialog(bench.record, ref, never)));
    const people = new DialogPeople(ref, bench.reader, () => bench.record);
    return { bench, people, dialog };
  }

  async function afterRecord(dialogId: string, options: BrowseOptions & { user?: 1 | 5 } = {}) {
    const { bench, people, dialog } = await readPeople(dialogId, options);
    await bench.run(people.read(dialog));
    return { bench, people };
  }

  const requests = (): readonly string[] => suite.emulator.requests.map(({ method }) => method);
  const memberNames = ({ state }: DialogPeople): readonly string[] =>
    state.members.items.map(({ name }) => name);

  it("are one batch after the record", async () => {
    const { people } = await afterRecord("chat29");
    assert.deepEqual(requests(), ["imbot.dialog.get", "batch"]);
    assert.equal(suite.emulator.callsTo("im.user.list.get").length, 1);
    assert.deepEqual(suite.emulator.callsTo("im.dialog.users.list")[0]?.parameters, {
      DIALOG_ID: "chat29",
      OFFSET: "0",
      LIMIT: "50",
    });
    assert.deepEqual(memberNames(people), [
      "Ivy Stone",
      "Omar Haddad",
      "Zoë Müller-Łukasz",
      "Delivery & Co bot",
    ]);
    assert.equal(people.state.memberCount, 4);
    assert.equal(people.personOf(39)?.isBot, true);
  });

  it("are one batch for a chat of ten thousand, and then a request a page", async () => {
    const { bench, people } = await afterRecord("chat282");
    assert.equal(people.state.memberCount, 10_000);
    await bench.run(people.loadMoreMembers());
    assert.equal(people.state.members.items.length, 100);
    assert.deepEqual(requests(), ["imbot.dialog.get", "batch", "im.dialog.users.list"]);
  });

  it("name the visitor of an Open Channel", async () => {
    const { people } = await afterRecord("chat210");
    const { name, isConnector } = people.personOf(744) ?? {};
    assert.deepEqual([name, isConnector], ["Ana Prieto", true]);
  });

  it("are not asked for without the scope im", async () => {
    const { people } = await afterRecord("chat29", { user: 5, scopes: ["imbot"] });
    assert.deepEqual(requests(), ["imbot.dialog.get"]);
    assert.equal(people.state.obstacle, "scopeMissing");
  });

  it("are asked for by the chat behind a private dialog, which changes nothing more", async () => {
    const { people } = await afterRecord("77");
    const [{ parameters } = { parameters: {} }] = suite.emulator.callsTo("im.dialog.users.list");
    assert.match(String((parameters as { DIALOG_ID?: unknown }).DIALOG_ID), /^chat\d+$/);
    assert.deepEqual(
      suite.emulator.effects.map(({ kind }) => kind),
      ["privateChatCreated"],
    );
    assert.deepEqual(memberNames(people), ["Ivy Stone", "Priya Raman"]);
  });

  for (const [fault, members, names, timeoutMs = 5_000] of [
    [{ name: "html502" }, "notJson", "notJson"],
    [{ name: "hang" }, "timedOut", "timedOut", 60],
    [{ name: "reset" }, "ECONNRESET", "ECONNRESET"],
    [{ name: "truncate", cut: "json" }, "notJson", "notJson"],
    [{ name: "nullResult" }, "malformed", "malformed"],
    // Every user becomes `[]`.
    [{ name: "wrongTypes" }, "malformed", "malformed"],
    // Every reply becomes the empty map that PHP writes as a list.
    [{ name: "missingKeys" }, "none", "none"],
    [{ name: "extraKeys" }, "malformed", "none"],
    [{ name: "ban", seconds: 300 }, "OPERATION_TIME_LIMIT", "OPERATION_TIME_LIMIT"],
    [{ name: "scopeLost", scope: "im" }, "insufficient_scope", "none"],
  ] as const satisfies readonly (readonly [Fault, string, string, number?])[]) {
    it(`leave the record alone when they cannot be read: ${fault.name}`, async () => {
      const { bench, people, dialog } = await readPeople("chat29");
      bench.timeoutMs = timeoutMs;
      for (const method of ["im.user.list.get", "im.dialog.users.list"]) {
        suite.emulator.setFault(fault, { method });
      }
      await bench.run(people.read(dialog));
      const { state } = people;
      assert.equal(ended(state.members.failure), members);
      assert.equal(ended(state.namesFailure), names);
      assert.equal(state.obstacle, members === "insufficient_scope" ? "scopeMissing" : undefined);
      suite.emulator.clearFaults();
      bench.timeoutMs = 5_000;
      if (state.obstacle !== undefined) return;
      await bench.run(people.retry());
      assert.equal(people.state.namesFailure, undefined);
      assert.equal(people.state.members.items.length, 4);
    });
  }

  it("are given up when the panel closes: the connection ends", async () => {
    const { people, dialog } = await readPeople("chat29");
    suite.emulator.setFault({ name: "hang" });
    const reading = people.read(dialog);
    await until(() => requests().length === 2);
    people.dispose();
    await reading;
    await until(() => suite.emulator.requests.at(-1)?.wasAborted === true);
  });
});

function ended(
  failure: { readonly error: { readonly kind: string; readonly code?: string } } | undefined,
): string {
  return failure?.error.code ?? failure?.error.kind ?? "none";
}

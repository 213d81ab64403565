import assert from "node:assert/strict";
import { success } from "../../../../src/core/base/result";
import { chatRef } from "../../../../src/core/dialog/dialogId";
import { DialogSession } from "../../../../src/core/sessions/dialogSession";
import type { PeopleReader } from "../../../../src/core/sessions/dialogPeople";
import { PanelPeople } from "../../../../src/features/inspect/panelPeople";
import { readingOf } from "../../support/readings";

describe("The people of a panel", () => {
  it("are known to be on their way by whoever then hears of the record", async () => {
    const portal = {
      id: "p1",
      name: "Northwind",
      origin: "https://portal.example",
      userId: "1",
      readsWithoutAsking: false,
    };
    const services = {
      read: () => Promise.resolve(success(readingOf("Pilot"))),
      portal: () => portal,
    };
    const session = new DialogSession(chatRef(29), services, true);
    const never = new Promise<never>(() => undefined);
    const reader: PeopleReader = { people: () => never, members: () => never };
    const people = new PanelPeople(session, reader, reader, {
      portal: () => portal,
      page: () => undefined,
      show: () => undefined,
      post: () => undefined,
    });
    const heard: (readonly [string, boolean])[] = [];
    session.onDidChange(({ phase }) => {
      heard.push([phase, people.known.isReading]);
    });
    await session.read();
    assert.deepEqual(heard, [
      ["reading", false],
      ["read", true],
    ]);
    people.dispose();
    session.dispose();
  });
});

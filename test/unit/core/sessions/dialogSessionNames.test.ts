import assert from "node:assert/strict";
import type { Companion } from "../../../../src/core/dialog/dialog";
import { parseExactDialogId } from "../../../../src/core/dialog/dialogId";
import type { DialogReading } from "../../../../src/core/reads/dialogReader";
import { DialogSession } from "../../../../src/core/sessions/dialogSession";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { PendingReads } from "../../support/pendingReads";
import { readingOf } from "../../support/readings";

const omar: Companion = {
  userId: 5,
  name: "Omar Haddad",
  avatarUrl: undefined,
  color: undefined,
  isBot: false,
};

describe("The name of the other person, after the record", () => {
  let reads: PendingReads;
  let portal: PortalRecord;
  let session: DialogSession;
  let events: string[];
  beforeEach(() => {
    reads = new PendingReads();
    portal = {
      id: "p1",
      name: "Northwind",
      origin: "https://portal.example",
      userId: "1",
      readsWithoutAsking: false,
    };
    const ref = parseExactDialogId("5");
    assert.ok(ref !== undefined);
    session = new DialogSession(ref, { read: reads.read, portal: () => portal }, true);
    events = [];
    session.onDidChange(({ phase }) => events.push(phase));
    session.onDidLearnName(() => events.push("named"));
  });
  afterEach(() => {
    session.dispose();
  });

  /** A record that is there, and a name that comes when the test says so. */
  function nameless(title: string): {
    readonly reading: DialogReading;
    readonly name: (companion: Companion | undefined) => Promise<void>;
    readonly wasCancelled: () => boolean;
  } {
    let settle: (companion: Companion | undefined) => void = () => undefined;
    const coming = new Promise<Companion | undefined>((resolve) => {
      settle = resolve;
    });
    let isCancelled = false;
    const cancel = (): void => {
      isCancelled = true;
    };
    return {
      reading: { ...readingOf(title), lateCompanion: { coming, cancel } },
      name: async (companion) => {
        settle(companion);
        await coming;
      },
      wasCancelled: () => isCancelled,
    };
  }

  const shownName = (): string | undefined => {
    const { state } = session;
    const reading = state.phase === "read" ? state.reading : undefined;
    return reading?.companion?.name;
  };

  async function read(index: number, reading: DialogReading): Promise<void> {
    await reads.during(session.read(), index, reading);
  }

  it("is added to what is shown, and nothing that follows a reading happens twice", async () => {
    const first = nameless("");
    await read(0, first.reading);
    assert.equal(session.state.phase, "read");
    await first.name(omar);
    assert.equal(shownName(), "Omar Haddad");
    assert.deepEqual(events, ["reading", "read", "named"]);
  });

  it("changes nothing when it does not come", async () => {
    const first = nameless("");
    await read(0, first.reading);
    await first.name(undefined);
    assert.deepEqual(events, ["reading", "read"]);
  });

  it("stays while the dialog is read again, and belongs to the record it came with", async () => {
    const [first, second] = [nameless(""), nameless("")];
    await read(0, first.reading);
    const again = session.read();
    await first.name(omar);
    assert.equal(
      session.state.phase === "reading" && session.state.previous?.companion?.name,
      "Omar Haddad",
    );
    await reads.during(again, 1, second.reading);
    assert.equal(shownName(), "Omar Haddad", "known a moment ago, and asked for again");
    await second.name({ ...omar, name: "Omar H." });
    assert.equal(shownName(), "Omar H.");
  });

  it("stays with the answer that remains when reading again fails", async () => {
    const first = nameless("");
    await read(0, first.reading);
    const again = session.read();
    await first.name(omar);
    const error = { kind: "timedOut", host: "portal.example", afterMs: 1 } as const;
    await reads.failing(again, 1, error);
    assert.equal(
      session.state.phase === "failed" && session.state.previous?.companion?.name,
      "Omar Haddad",
    );
  });

  for (const [what, leave] of [
    ["another has come", () => read(1, readingOf("Newer"))],
    [
      "it is read with other eyes",
      () => {
        session.look({ kind: "bot", botId: 39 });
      },
    ],
    [
      "the portal is another user's",
      async () => {
        portal = { ...portal, userId: "2", readsWithoutAsking: true };
        await reads.during(session.follow(), 1, readingOf("Another's"));
      },
    ],
    [
      "the panel is closed",
      () => {
        session.dispose();
      },
    ],
  ] as const) {
    it(`is not waited for, nor shown, once ${what}`, async () => {
      const first = nameless("");
      await read(0, first.reading);
      await leave();
      assert.ok(first.wasCancelled());
      await first.name(omar);
      assert.ok(!events.includes("named"));
      assert.notEqual(shownName(), "Omar Haddad");
    });
  }
});

import assert from "node:assert/strict";
import { linkHost, portalsOfLink } from "../../../../src/core/dialog/linkHost";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { assertGrowsLinearly, timesAsLong } from "../../support/growth";

describe("The host of a link", () => {
  for (const [text, dialogId, host] of [
    ["https://other.bitrix24.com/online/?IM_DIALOG=chat29", "chat29", "other.bitrix24.com"],
    ["https://OTHER.example:8443/online/?IM_DIALOG=29", "29", "other.example:8443"],
    ["other.example/online/?IM_DIALOG=chat29", "chat29", "other.example"],
    ["see <https://other.example/online/?IM_DIALOG=chat29>", "chat29", "other.example"],
    ["https://o.example/online/?IM_DIALOG=crm%7CDEAL%7C88", "crm|DEAL|88", "o.example"],
    [
      'curl "https://o.example/rest/1/s3cr3t/imbot.dialog.get?DIALOG_ID=chat29"',
      "chat29",
      "o.example",
    ],
    ["http://localhost:8080/online/?IM_DIALOG=chat29", "chat29", "localhost:8080"],
    ["https://docs.example/x chat29", "chat29", undefined],
    ["https://a.example/?IM_DIALOG=chat1 https://b.example/?IM_DIALOG=chat2", "chat2", "b.example"],
    ["DIALOG_ID=chat29", "chat29", undefined],
    ["/online/?IM_DIALOG=chat29", "chat29", undefined],
    ["chat29", "chat29", undefined],
    ["https://[broken/online/?IM_DIALOG=chat29", "chat29", undefined],
  ] as const) {
    it(`is the one that names the dialog: ${text}`, () => {
      assert.equal(linkHost(text, dialogId), host);
    });
  }

  for (const piece of ["a", "a.", "https://", "a.b/", "https://a.b/?IM_DIALOG=chat2 "]) {
    it(`takes time in proportion to the text, and no more of it than a link has: “${piece}”…`, () => {
      const search = (length: number): void => {
        const text = piece.repeat(length / piece.length + 1).slice(0, length);
        assert.equal(linkHost(text, "chat29"), undefined);
      };
      assertGrowsLinearly(search, 250);
      const ratio = timesAsLong(
        () => {
          search(100_000);
        },
        () => {
          search(2_000);
        },
      );
      assert.ok(ratio < 10, `fifty times the longest link took ${ratio.toFixed(1)} times as long`);
    });
  }
});

describe("The portals of a link", () => {
  const portal = (id: string, origin: string): PortalRecord => ({
    id,
    name: id,
    origin,
    userId: "1",
    readsWithoutAsking: false,
  });
  const active = portal("active", "https://portal.example");
  const other = portal("other", "https://other.example:8443");
  const stored = [active, other, portal("twin", "https://portal.example")];

  it("are the active one alone where the link is its own, or names none", () => {
    assert.deepEqual(portalsOfLink(undefined, active, stored), [active]);
    assert.deepEqual(portalsOfLink("portal.example", active, stored), [active]);
  });

  it("are those of its host, or none", () => {
    assert.deepEqual(portalsOfLink("other.example:8443", active, stored), [other]);
    assert.deepEqual(portalsOfLink("other.example", active, stored), []);
  });
});

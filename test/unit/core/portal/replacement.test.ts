import assert from "node:assert/strict";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";
import { replacementOf } from "../../../../src/core/portal/replacement";
import { sentinel, webhookIn } from "../../support/webhooks";

const portal: PortalRecord = {
  id: "p1",
  name: "Northwind",
  origin: "https://portal.example",
  userId: "1",
  readsWithoutAsking: false,
};

describe("A webhook in place of a portal's", () => {
  const said = { userName: "", isAdmin: true, scopes: [] };

  for (const [what, address, userId, replacement] of [
    ["a newer one", "https://portal.example/rest/1/", "1", "same"],
    ["a newer one that could not be checked", "https://portal.example/rest/1/", undefined, "same"],
    ["one that names its user by login", "https://portal.example/rest/ivy/", "1", "same"],
    ["another user's", "https://portal.example/rest/5/", "5", "otherUser"],
    ["another user's, unchecked", "https://portal.example/rest/5/", undefined, "otherUser"],
    ["another portal's", "https://other.example/rest/1/", "1", "otherPortal"],
    ["one of another port", "https://portal.example:8443/rest/1/", "1", "otherPortal"],
  ] as const) {
    it(`is told apart: ${what}`, () => {
      const access = userId === undefined ? undefined : { ...said, userId };
      const webhook = webhookIn(`${address}${sentinel}/`);
      const isSameAddress = webhook.origin === portal.origin;
      assert.equal(replacementOf(portal, isSameAddress, webhook, access), replacement);
    });
  }
});

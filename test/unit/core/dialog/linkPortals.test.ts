import assert from "node:assert/strict";
import { portalsOfLink } from "../../../../src/core/dialog/linkPortals";
import type { PortalRecord } from "../../../../src/core/portal/portalRecord";

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

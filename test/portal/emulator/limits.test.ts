import assert from "node:assert/strict";
import { WirePortal } from "../../emulator/wire/wirePortal";
import {
  asObject,
  call,
  noon,
  quietPortal,
  refusalOf,
  type PortalReply,
} from "./support/portalCalls";

describe("The rate limit", () => {
  it("lets a full bucket through, then as much as leaks away", () => {
    let now = noon;
    const portal = new WirePortal({ clock: () => now, isThrottled: true });
    const burst = Array.from({ length: 60 }, () => call(portal, "server.time").status);
    assert.equal(burst.filter((status) => status === 200).length, 50);
    assert.deepEqual(new Set(burst.slice(50)), new Set([503]));
    now += 500;
    assert.equal(call(portal, "server.time").status, 200);
    assert.equal(call(portal, "server.time").status, 503);
    now += 60_000;
    const later = Array.from({ length: 51 }, () => call(portal, "server.time").status);
    assert.equal(later.indexOf(503), 50);
  });

  it("refuses before any other check", () => {
    const portal = small();
    assert.equal(call(portal, "no.such.method").status, 404);
    assert.deepEqual(refusalOf(call(portal, "no.such.method")), [
      503,
      "QUERY_LIMIT_EXCEEDED",
      "Too many requests",
    ]);
  });

  it("counts a batch as one request and each secret apart", () => {
    const portal = small();
    assert.equal(call(portal, "batch", { cmd: ["scope", "scope", "scope"] }).status, 200);
    assert.equal(call(portal, "scope").status, 503);
    assert.equal(call(portal, "scope", {}, { user: 5 }).status, 200);
  });

  it("does not trouble the built-in demo", () => {
    const portal = quietPortal();
    for (let request = 0; request < 200; request++) {
      assert.equal(call(portal, "server.time").status, 200);
    }
  });

  function small(): WirePortal {
    return quietPortal({ isThrottled: true, bucket: { capacity: 1, leakPerSecond: 0.001 } });
  }
});

describe("The limit of operating time", () => {
  it("charges slow calls to their method and webhook, and blocks the method when it is used up", () => {
    let now = noon;
    const portal = new WirePortal({ clock: () => now, operatingLimitSeconds: 10 });
    assert.equal(operating(slow(portal, 0.1)), 0, "short calls are free");
    assert.equal(operating(slow(portal, 4)), 4);
    now += 60_000;
    const second = slow(portal, 6.5);
    assert.equal(operating(second), 10.5);
    assert.equal(asObject(second.json["time"])["operating_reset_at"], noon / 1000 + 600);
    assert.deepEqual(refusalOf(slow(portal, 1)).slice(0, 2), [429, "OPERATION_TIME_LIMIT"]);
    assert.equal(call(portal, "profile").status, 200, "other methods go on");
    assert.equal(call(portal, "server.time", {}, { user: 5 }).status, 200, "and other webhooks");
    now += 540_000; // the first charge is ten minutes old
    assert.equal(operating(slow(portal, 0)), 6.5);
  });

  function slow(portal: WirePortal, durationSeconds: number): PortalReply {
    const { status, headers, body } = portal.answer({
      verb: "GET",
      path: "/rest/1/demo0secret0demo/server.time",
      query: "",
      body: "",
      durationSeconds,
    });
    return { status, headers, text: body, json: JSON.parse(body) as PortalReply["json"] };
  }

  function operating(reply: PortalReply): unknown {
    return asObject(reply.json["time"])["operating"];
  }
});

import assert from "node:assert/strict";
import { isNoAnswer } from "../../src/core/diagnosis/causes";
import { grantsNoDialogs } from "../../src/core/portal/readMethods";
import type { Fault } from "../emulator/faults";
import { PortalBench, failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { withRawServer } from "./support/rawServer";
import { until } from "./support/until";

describe("Checking a webhook", () => {
  const suite = portalSuite();

  it("tells whose it is and what it may do, with two calls", async () => {
    assert.deepEqual(valueOf(await suite.bench.check()), {
      userId: "1",
      userName: "Ivy Stone",
      isAdmin: true,
      scopes: ["im", "imbot", "imopenlines"],
    });
    assert.deepEqual(
      suite.emulator.requests.map(({ method }) => method),
      ["profile", "scope"],
    );
    assert.deepEqual(suite.emulator.effects, []);
  });

  it("tells a colleague's from the owner's", async () => {
    const bench = new PortalBench(suite.emulator.webhook(5));
    const { userId, isAdmin, scopes } = valueOf(await bench.check());
    assert.deepEqual(
      { userId, isAdmin, scopes },
      { userId: "5", isAdmin: false, scopes: ["imbot"] },
    );
  });

  it("finds the number of a user who is named by a login", async () => {
    const address = suite.emulator.webhook().replace("/1/", "/ivy.stone/");
    const bench = new PortalBench(address);
    assert.equal(bench.webhook.userId, "ivy.stone");
    assert.equal(valueOf(await bench.check()).userId, "1");
  });

  it("finds no scopes where a portal grants none", async () => {
    for (const scope of ["im", "imbot", "imopenlines"]) {
      suite.emulator.setFault({ name: "scopeLost", scope });
    }
    const { scopes } = valueOf(await suite.bench.check());
    assert.deepEqual(scopes, []);
    assert.equal(grantsNoDialogs(scopes), true);
  });

  it("does not take a portal that keeps the scopes to itself for one that grants none", async () => {
    suite.emulator.setFault({ name: "nullResult" }, { method: "scope" });
    const { scopes } = valueOf(await suite.bench.check());
    assert.equal(scopes, undefined);
    assert.equal(grantsNoDialogs(scopes), false);
  });

  it("knows that Open Channels alone let dialogs be read", async () => {
    const bench = new PortalBench(suite.emulator.webhook(7));
    const { scopes } = valueOf(await bench.check());
    assert.deepEqual(scopes, ["imopenlines"]);
    assert.equal(grantsNoDialogs(scopes), false);
  });

  for (const profile of ["source", "docs"] as const) {
    it(`refuses a wrong secret (${profile}), and offers no way around`, async () => {
      suite.emulator.setStatusProfile(profile);
      const bench = new PortalBench(`${suite.emulator.origin}/rest/1/wrong0secret0wrong/`);
      const { error } = failureOf(await bench.check());
      assert.ok(error.kind === "refused");
      assert.equal(error.code, profile === "docs" ? "NO_AUTH_FOUND" : "INVALID_CREDENTIALS");
      assert.equal(isNoAnswer(error), false);
      assert.equal(suite.emulator.requests.length, 1, "a refused secret is not asked for scopes");
    });

    it(`may be put off while the portal is overloaded (${profile})`, async () => {
      suite.emulator.setStatusProfile(profile);
      suite.emulator.setFault({ name: "overload" });
      assert.equal(isNoAnswer(failureOf(await suite.bench.check()).error), true);
    });
  }

  for (const name of ["hang", "reset", "html502", "html200", "empty200"] as const) {
    it(`may be put off after ${name}`, async () => {
      suite.emulator.setFault({ name });
      const { error } = failureOf(await suite.bench.check({ timeoutMs: 100 }));
      assert.equal(isNoAnswer(error), true);
    });
  }

  it("fails when only the scopes cannot be read", async () => {
    suite.emulator.setFault({ name: "html200" }, { method: "scope" });
    const { error, exchange } = failureOf(await suite.bench.check());
    assert.deepEqual([error.kind, exchange?.method], ["notJson", "scope"]);
  });

  for (const [fault, path, found] of [
    [{ name: "nullResult" }, "result", "null"],
    [{ name: "noResult" }, "result", "nothing"],
    [{ name: "notObject" }, "", "empty list"],
  ] as const satisfies readonly (readonly [Fault, string, string])[]) {
    it(`tells where the profile is none: ${fault.name}`, async () => {
      suite.emulator.setFault(fault);
      const { error } = failureOf(await suite.bench.check());
      assert.ok(error.kind === "malformed");
      assert.deepEqual([error.path, error.found], [path, found]);
      assert.equal(isNoAnswer(error), true);
    });
  }

  for (const [profile, found] of [
    ["{}", "nothing"],
    ['{"ID":null}', "null"],
    ['{"ID":"ivy"}', "string"],
    ['{"ID":[1]}', "list"],
    ['{"ID":-1}', "number"],
  ] as const) {
    it(`tells that ${profile} names no user`, async () => {
      await withRawServer(
        (_request, response) => {
          response.end(`{"result":${profile}}`);
        },
        async (webhook) => {
          const { error } = failureOf(await new PortalBench(webhook).check());
          assert.ok(error.kind === "malformed");
          assert.deepEqual([error.path, error.found], ["result.ID", found]);
        },
      );
    });
  }

  it("can be cancelled between its two calls", async () => {
    suite.emulator.setFault({ name: "hang" }, { method: "scope" });
    const cancel = new AbortController();
    const checking = suite.bench.check({ signal: cancel.signal });
    await until(() => suite.emulator.callsTo("scope").length === 1);
    cancel.abort();
    assert.deepEqual(failureOf(await checking).error, { kind: "cancelled" });
    await until(() => suite.emulator.callsTo("scope")[0]?.wasAborted === true);
  });

  it("notices at the next check that the secret was replaced or a scope lost", async () => {
    valueOf(await suite.bench.check());
    suite.emulator.setFault({ name: "scopeLost", scope: "im" });
    assert.deepEqual(valueOf(await suite.bench.check()).scopes, ["imbot", "imopenlines"]);
    suite.emulator.setFault({ name: "secretRotated" });
    const { error } = failureOf(await suite.bench.check());
    assert.ok(error.kind === "refused");
    assert.equal(error.code, "INVALID_CREDENTIALS");
  });
});

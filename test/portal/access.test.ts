import assert from "node:assert/strict";
import { checkedMethods } from "../../src/core/diagnosis/accessReport";
import { PortalBench, failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";
import { until } from "./support/until";

const v2Methods = [
  "imbot.v2.Chat.get",
  "imbot.v2.Chat.Message.getContext",
  "imbot.v2.Bot.get",
  "imbot.v2.Event.get",
];

describe("Checking the access of a webhook", () => {
  const suite = portalSuite();

  /** The states by kind, each with its methods. */
  const statesFor = async (bench: PortalBench) => {
    const { report } = valueOf(await bench.access());
    const states = new Map<string, string[]>();
    for (const { method, state } of report.methods) {
      states.set(state.kind, [...(states.get(state.kind) ?? []), method]);
    }
    return { report, states };
  };

  it("takes one request, which asks for every method and changes nothing", async () => {
    const { report } = valueOf(await suite.bench.access());
    const [request, ...others] = suite.emulator.requests;
    assert.deepEqual([request?.method, others.length], ["batch", 0]);
    assert.deepEqual(
      suite.emulator.callsTo("method.get").map(({ parameters }) => parameters["name"]),
      checkedMethods.map((method) => method.toLowerCase()),
    );
    assert.deepEqual(suite.emulator.effects, []);
    assert.equal(report.verdict, "everything");
    assert.deepEqual(report.owner, {
      ok: true,
      value: { userId: "1", userName: "Ivy Stone", isAdmin: true },
    });
    assert.deepEqual(report.revisions["imbot.v2.Revision.get"], { ok: true, value: "36" });
    assert.deepEqual([report.license, report.rateLimit], ["de_pro100", "usual"]);
  });

  it("keeps the whole reply, the secret removed", async () => {
    const { exchange } = valueOf(await suite.bench.access());
    assert.equal(exchange.method, "batch");
    assert.match(exchange.body ?? "", /"isExisting":true/);
  });

  it("tells a webhook with imbot only what it lacks", async () => {
    const bench = new PortalBench(suite.emulator.webhook(5));
    const { report, states } = await statesFor(bench);
    assert.equal(report.verdict, "partly");
    assert.deepEqual(states.get("works"), [
      "imbot.dialog.get",
      "imbot.chat.get",
      "imbot.bot.list",
      ...v2Methods,
    ]);
    assert.deepEqual([...report.missingScopes].sort(), ["im", "imopenlines"]);
    const im = report.revisions["im.revision.get"];
    assert.ok(!im.ok && im.error.kind === "refused");
    assert.equal(im.error.code, "insufficient_scope");
    assert.ok(report.owner.ok && !report.owner.value.isAdmin);
  });

  it("tells an extranet user's webhook of Open Channels", async () => {
    const { report, states } = await statesFor(new PortalBench(suite.emulator.webhook(9)));
    assert.deepEqual(states.get("scopeMissing"), [
      "imopenlines.dialog.get",
      "imopenlines.crm.chat.get",
      "imopenlines.session.history.get",
    ]);
    assert.deepEqual(report.missingScopes, ["imopenlines"]);
    assert.ok(report.owner.ok && report.owner.value.userId === "9");
  });

  it("gives the record what it has learned, whatever it said before", async () => {
    await suite.bench.access({ scopes: [] });
    assert.deepEqual(suite.bench.learned, [
      { userId: "1", scopes: ["im", "imbot", "imopenlines"] },
    ]);
  });

  it("notices a scope that was taken away", async () => {
    suite.emulator.setFault({ name: "scopeLost", scope: "im" });
    const { report, states } = await statesFor(suite.bench);
    assert.deepEqual(report.missingScopes, ["im"]);
    assert.ok(states.get("scopeMissing")?.every((method) => method.startsWith("im.")));
    assert.deepEqual(suite.bench.learned, [{ userId: "1", scopes: ["imbot", "imopenlines"] }]);
  });

  it("says that dialogs cannot be read when nothing is granted", async () => {
    for (const scope of ["im", "imbot", "imopenlines"]) {
      suite.emulator.setFault({ name: "scopeLost", scope });
    }
    const { report, states } = await statesFor(suite.bench);
    assert.equal(report.verdict, "noDialogs");
    assert.deepEqual([...states.keys()], ["scopeMissing"]);
    assert.deepEqual(report.scopes, { ok: true, value: [] });
  });

  it("concludes from the scopes where a portal has no method.get", async () => {
    const fault = { status: 404, code: "ERROR_METHOD_NOT_FOUND", description: "Method not found!" };
    suite.emulator.setFault({ name: "refuse", ...fault }, { method: "method.get" });
    const { report } = await statesFor(suite.bench);
    assert.equal(report.verdict, "everythingProbably");
    const bench = new PortalBench(suite.emulator.webhook(5));
    const { methods } = valueOf(await bench.access()).report;
    assert.deepEqual(methods.find(({ method }) => method === "im.dialog.get")?.state, {
      kind: "scopeMissing",
      isCertain: false,
    });
  });

  it("does without the plan where the portal keeps it to itself", async () => {
    const fault = {
      status: 400,
      code: "ACCESS_DENIED",
      description: "Access denied! Application context required",
    };
    suite.emulator.setFault({ name: "refuse", ...fault }, { method: "app.info" });
    const { report } = valueOf(await suite.bench.access());
    assert.deepEqual([report.verdict, report.rateLimit], ["everything", "unknown"]);
  });

  it("keeps a blocked method to its rows", async () => {
    suite.emulator.setFault({ name: "ban", seconds: 60 }, { method: "method.get" });
    const { report, states } = await statesFor(suite.bench);
    assert.equal(report.verdict, "unknown");
    assert.deepEqual([...states.keys()], ["notAsked"]);
    assert.equal(report.owner.ok, true);
  });

  for (const name of ["nullResult", "missingKeys"] as const) {
    it(`keeps methods that answer with ${name} to their rows`, async () => {
      suite.emulator.setFault({ name }, { method: "method.get" });
      const { report } = valueOf(await suite.bench.access());
      assert.deepEqual([report.verdict, report.owner.ok], ["unknown", true]);
    });

    it(`loses only the owner to a profile with ${name}`, async () => {
      suite.emulator.setFault({ name }, { method: "profile" });
      const { report } = valueOf(await suite.bench.access());
      assert.deepEqual([report.verdict, report.owner.ok], ["everything", false]);
      assert.deepEqual(suite.bench.learned, [{ scopes: ["im", "imbot", "imopenlines"] }]);
    });
  }

  it("reads flags and numbers in whatever type they come", async () => {
    for (const method of ["profile", "method.get", "im.revision.get", "imbot.v2.revision.get"]) {
      suite.emulator.setFault({ name: "wrongTypes" }, { method });
    }
    const { report } = valueOf(await suite.bench.access());
    assert.equal(report.verdict, "everything");
    assert.ok(report.owner.ok && report.owner.value.isAdmin);
    assert.deepEqual(report.revisions["im.revision.get"], { ok: true, value: "36" });
  });

  for (const name of ["wrongTypes", "missingKeys", "nullResult"] as const) {
    it(`is not misled by a reply that tells nothing at all: ${name}`, async () => {
      suite.emulator.setFault({ name }, { method: "batch" });
      const { error, exchange } = failureOf(await suite.bench.access());
      assert.equal(error.kind, "malformed");
      assert.ok(exchange?.body);
      assert.deepEqual(suite.bench.learned, []);
    });
  }

  it("fails as a whole when the webhook is rejected, and learns nothing from that", async () => {
    suite.emulator.setFault({ name: "secretRotated" });
    const { error } = failureOf(await suite.bench.access({ scopes: ["im"] }));
    assert.ok(error.kind === "refused");
    assert.equal(error.code, "INVALID_CREDENTIALS");
    assert.deepEqual(suite.bench.learned, []);
  });

  it("fails as a whole on a plan without REST", async () => {
    suite.emulator.setFault({ name: "noPlan" });
    const { error } = failureOf(await suite.bench.access());
    assert.ok(error.kind === "refused");
    assert.equal(error.code, "ACCESS_DENIED");
  });

  it("fails as a whole when a page came instead of an answer", async () => {
    suite.emulator.setFault({ name: "html502" });
    const { error } = failureOf(await suite.bench.access());
    assert.deepEqual([error.kind, "status" in error ? error.status : 0], ["notJson", 502]);
  });

  it("can be given up while the portal hangs", async () => {
    suite.emulator.setFault({ name: "hang" });
    const cancel = new AbortController();
    const checking = suite.bench.access({ signal: cancel.signal });
    await until(() => suite.emulator.callsTo("batch").length === 1);
    cancel.abort();
    assert.deepEqual(failureOf(await checking).error, { kind: "cancelled" });
    await until(() => suite.emulator.callsTo("batch")[0]?.wasAborted === true);
    assert.deepEqual(suite.bench.learned, []);
  });
});

describe("Checking the access on a portal of 2022", () => {
  const suite = portalSuite({ portalProfile: "rev24" });

  it("tells what only newer portals have from what the webhook lacks", async () => {
    const { report } = valueOf(await suite.bench.access());
    assert.equal(report.verdict, "allThatPortalHas");
    assert.deepEqual(
      report.methods
        .filter(({ state }) => state.kind === "notOnPortal")
        .map(({ method }) => method),
      v2Methods,
    );
    assert.deepEqual(report.revisions["im.revision.get"], { ok: true, value: "24" });
    assert.equal(report.revisions["imbot.v2.Revision.get"].ok, false);
    const bench = new PortalBench(suite.emulator.webhook(5));
    assert.equal(valueOf(await bench.access()).report.verdict, "partly");
  });
});

describe("Checking the access on a company's own server", () => {
  const suite = portalSuite({ portalProfile: "onPremise" });

  it("asks below the path that the server has", async () => {
    assert.equal(valueOf(await suite.bench.access()).report.verdict, "everything");
    assert.equal(suite.emulator.requests.length, 1);
  });
});

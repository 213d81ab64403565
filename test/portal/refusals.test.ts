import assert from "node:assert/strict";
import { causeOf, type Cause } from "../../src/core/diagnosis/causes";
import { Emulator } from "../emulator/emulator";
import type { Fault } from "../emulator/faults";
import { PortalBench, failureOf, valueOf } from "./support/portalBench";
import { portalSuite } from "./support/portalSuite";

interface Row {
  readonly name: string;
  readonly fault?: Fault;
  readonly dialogId?: string;
  readonly cause: Cause;
  /** Status and code as the portal's source has them, then as its documentation does. */
  readonly source: readonly [status: number, code: string];
  readonly docs: readonly [status: number, code: string];
}

const refuse = (status: number, code: string | number, description = "text"): Fault => ({
  name: "refuse",
  status,
  code,
  description,
});

function sameInBoth(
  name: string,
  cause: Cause,
  status: number,
  code: string,
  fault: Fault = refuse(status, code),
): Row {
  return { name, cause, fault, source: [status, code], docs: [status, code] };
}

/** What `imbot.dialog.get` can answer, by the error tables of the REST brief. */
const rows: readonly Row[] = [
  {
    name: "no access, or no such chat",
    dialogId: "chat404",
    cause: "noAccessOrNoChat",
    source: [403, "ACCESS_ERROR"],
    docs: [403, "ACCESS_ERROR"],
  },
  {
    name: "a chat without its owner",
    dialogId: "chat405",
    cause: "noAccessOrNoChat",
    source: [403, "ACCESS_ERROR"],
    docs: [403, "ACCESS_ERROR"],
  },
  {
    name: "a record that cannot be read",
    dialogId: "chat406",
    cause: "noRecord",
    source: [400, "ACCESS_ERROR"],
    docs: [400, "ACCESS_ERROR"],
  },
  {
    name: "a CRM id where the portal knows none",
    dialogId: "crm|DEAL|88",
    cause: "dialogIdRefused",
    source: [400, "DIALOG_ID_EMPTY"],
    docs: [400, "DIALOG_ID_EMPTY"],
  },
  {
    name: "a wrong secret",
    fault: { name: "secretRotated" },
    cause: "webhookRejected",
    source: [401, "INVALID_CREDENTIALS"],
    docs: [401, "NO_AUTH_FOUND"],
  },
  {
    name: "a blocked portal",
    fault: { name: "overload" },
    cause: "overload",
    source: [401, "OVERLOAD_LIMIT"],
    docs: [503, "OVERLOAD_LIMIT"],
  },
  {
    name: "a plan without REST",
    fault: { name: "noPlan" },
    cause: "planWithoutRest",
    source: [401, "ACCESS_DENIED"],
    docs: [403, "ACCESS_DENIED"],
  },
  {
    name: "a closed portal",
    fault: { name: "stopped" },
    cause: "portalClosed",
    source: [403, "PORTAL_DELETED"],
    docs: [500, "PORTAL_DELETED"],
  },
  sameInBoth("used up time", "operatingLimit", 429, "OPERATION_TIME_LIMIT", {
    name: "ban",
    seconds: 300,
  }),
  sameInBoth("an error with HTTP 200", "noAccessOrNoChat", 200, "ACCESS_ERROR", {
    name: "error200",
  }),
  sameInBoth("a code that is a number", "badParameter", 400, "100", { name: "numericError" }),
  sameInBoth("an inactive user", "userInactive", 401, "authorization_error"),
  sameInBoth("a user without the application", "userNotAllowed", 403, "user_access_error"),
  sameInBoth("an extranet user", "userNotAllowed", 403, "allowed_only_intranet_user"),
  sameInBoth("another way to sign in", "wrongAuthType", 403, "WRONG_AUTH_TYPE"),
  sameInBoth("an expired token", "webhookRejected", 401, "expired_token"),
  sameInBoth("an unknown token", "webhookRejected", 401, "invalid_token"),
  sameInBoth("a banned integration", "rateLimited", 401, "QUERY_LIMIT_EXCEEDED"),
  sameInBoth("a wait for an administrator", "confirmationWaiting", 401, "METHOD_CONFIRM_WAITING"),
  sameInBoth("an administrator's no", "confirmationDenied", 403, "METHOD_CONFIRM_DENIED"),
  sameInBoth("a denial without a reason", "accessDenied", 403, "ACCESS_DENIED"),
  sameInBoth("a guest", "userNotAllowed", 403, "AUTHORIZE_ERROR"),
  sameInBoth("a portal without messenger", "moduleMissing", 400, "IM_NOT_INSTALLED"),
  sameInBoth("a wrong argument", "badParameter", 400, "ERROR_ARGUMENT"),
  sameInBoth("an exception", "serverError", 400, "ERROR_CORE"),
  sameInBoth("a broken database", "serverError", 500, "ERROR_CORE"),
  sameInBoth("a broken server", "serverError", 500, "INTERNAL_SERVER_ERROR"),
  sameInBoth("rubbish of a handler", "serverError", 500, "ERROR_UNEXPECTED_ANSWER"),
  sameInBoth("text that is no UTF-8", "serverError", 200, "WRONG_ENCODING"),
  sameInBoth("a code of next year", "unknownRefusal", 400, "SOMETHING_NEW"),
];

describe("A refusal of the portal", () => {
  const suite = portalSuite();

  for (const profile of ["source", "docs"] as const) {
    for (const row of rows) {
      const [status, code] = row[profile];
      it(`for ${row.name}: ${code} with HTTP ${status} (${profile})`, async () => {
        const { emulator, bench } = suite;
        const { fault, dialogId = "chat29" } = row;
        emulator.setStatusProfile(profile);
        if (fault !== undefined) emulator.setFault(fault);
        const { error, exchange } = failureOf(await bench.read(dialogId));
        assert.ok(error.kind === "refused");
        assert.deepEqual([error.status, error.code], [status, code]);
        assert.notEqual(error.description, "");
        assert.equal(causeOf(error), row.cause);
        assert.equal(exchange?.status, status);
        assert.ok((exchange.body ?? "").includes(code));
        assert.equal(bench.notes[0]?.outcome, code);
      });
    }
  }

  it("may have no text", async () => {
    for (const isMissing of [false, true]) {
      suite.emulator.clearFaults();
      suite.emulator.setFault({ name: "emptyDescription", isMissing });
      const { error } = failureOf(await suite.bench.read("chat29"));
      assert.ok(error.kind === "refused");
      assert.deepEqual([error.code, error.description], ["ERROR_CORE", ""]);
    }
  });

  it("of plain http names its cause", async () => {
    for (const [statusProfile, status] of [
      ["source", 401],
      ["docs", 400],
    ] as const) {
      const strict = await Emulator.start({ requireHttps: true, statusProfile });
      try {
        const { error } = failureOf(await new PortalBench(strict.webhook()).read("chat29"));
        assert.ok(error.kind === "refused");
        assert.deepEqual([error.code, error.status], ["INVALID_REQUEST", status]);
        assert.equal(causeOf(error), "httpsRequired");
      } finally {
        await strict.stop();
      }
    }
  });

  it("of a code in lower and in upper case lets the other method be tried", async () => {
    const { emulator, bench } = suite;
    for (const code of ["insufficient_scope", "INSUFFICIENT_SCOPE"]) {
      emulator.clearFaults();
      emulator.setFault(refuse(403, code), { method: "imbot.dialog.get" });
      assert.equal(valueOf(await bench.read("chat29")).answer.exchange.method, "im.dialog.get");
    }
  });
});

describe("A refusal of a list", () => {
  const suite = portalSuite();

  for (const [method, params, code, cause] of [
    ["im.search.chat.list", { FIND: "x" }, "FIND_SHORT", "searchTooShort"],
    ["im.user.get", { ID: 123_456 }, "USER_NOT_EXISTS", "noSuchUser"],
    ["im.dialog.users.list", { DIALOG_ID: "chat404" }, "ACCESS_ERROR", "noAccessOrNoChat"],
    ["im.dialog.users.list", { DIALOG_ID: "" }, "DIALOG_ID_EMPTY", "dialogIdRefused"],
  ] as const) {
    it(`${code} of ${method} is ${cause}`, async () => {
      for (const profile of ["source", "docs"] as const) {
        suite.emulator.setStatusProfile(profile);
        const { error, exchange } = failureOf(await suite.bench.call(method, params));
        assert.ok(error.kind === "refused");
        assert.equal(error.code, code);
        assert.equal(causeOf(error, exchange?.method), cause);
      }
    });
  }

  it("of a person by a guest is about the person, with whatever status", async () => {
    const bench = new PortalBench(suite.emulator.webhook(9));
    const { error, exchange } = failureOf(await bench.call("im.user.get", { ID: 5 }));
    assert.ok(error.kind === "refused");
    assert.equal(error.code, "ACCESS_DENIED");
    assert.equal(causeOf(error, exchange?.method), "personHidden");
  });

  for (const [code, cause] of [
    ["ERROR_BATCH_METHOD_NOT_ALLOWED", "badParameter"],
    ["ERROR_BATCH_LENGTH_EXCEEDED", "badParameter"],
  ] as const) {
    it(`${code} of a batch is ${cause}`, async () => {
      suite.emulator.setFault(refuse(400, code), { method: "batch" });
      const params = { halt: 0, cmd: { a: "profile?" } };
      const { error } = failureOf(await suite.bench.call("batch", params));
      assert.ok(error.kind !== "cancelled");
      assert.equal(causeOf(error, "batch"), cause);
    });
  }
});

describe("A read that may succeed at another try", () => {
  const suite = portalSuite();

  it("waits for its turn while the portal is too busy, never in step with others", async () => {
    suite.emulator.setFault({ name: "rate", times: 3 });
    assert.equal(valueOf(await suite.bench.read("chat29")).dialog.chatId, 29);
    assert.equal(suite.emulator.requests.length, 4);
    const { waits } = suite.bench;
    assert.equal(waits.length, 3);
    for (const ms of waits) assert.ok(ms >= 500 && ms <= 2_500, `${ms} ms`);
    assert.equal(new Set(waits).size, 3);
  });

  for (const fault of [
    { name: "html502" },
    { name: "reset" },
    { name: "truncate" },
    refuse(500, "INTERNAL_SERVER_ERROR"),
  ] as const satisfies readonly Fault[]) {
    it(`is tried once more after ${fault.name}`, async () => {
      suite.emulator.setFault(fault, { calls: 1 });
      assert.equal(valueOf(await suite.bench.read("chat29")).dialog.chatId, 29);
      assert.equal(suite.emulator.requests.length, 2);
    });
  }

  for (const fault of [
    { name: "secretRotated" },
    { name: "overload" },
    { name: "ban", seconds: 60 },
    { name: "stopped" },
    { name: "html200" },
    refuse(403, "ACCESS_ERROR"),
  ] as const satisfies readonly Fault[]) {
    it(`is not tried again after ${"code" in fault ? fault.code : fault.name}`, async () => {
      for (const profile of ["source", "docs"] as const) {
        suite.emulator.reset();
        suite.emulator.setStatusProfile(profile);
        suite.emulator.setFault(fault);
        failureOf(await suite.bench.read("chat29"));
        assert.equal(suite.emulator.requests.length, 1, profile);
      }
    });
  }
});

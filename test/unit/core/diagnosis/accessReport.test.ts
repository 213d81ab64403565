import assert from "node:assert/strict";
import {
  checkedMethods,
  type AccessReplies,
  type AccessReply,
  type AccessReport,
  type AccessVerdict,
  type CheckedMethod,
  type MethodState,
} from "../../../../src/core/diagnosis/accessReport";
import { readMethods } from "../../../../src/core/portal/readMethods";
import { failure, success } from "../../../../src/core/base/result";
import { reportOf } from "../../support/accessReports";

const answered = { host: "portal.example", status: 200 };
const exists = { isExisting: true, isAvailable: true };
const notGranted = { isExisting: true, isAvailable: false };
const absent = { isExisting: false, isAvailable: false };

function refusal(code: string): AccessReply {
  return failure({ kind: "refused", ...answered, code, description: "" });
}

const noSuchMethod = refusal("ERROR_METHOD_NOT_FOUND");

/** The same for replies that depend on the method. */
function reportWhere(
  methodGet: (method: CheckedMethod, scope: string) => AccessReply,
  replies: Partial<AccessReplies> = {},
): AccessReport {
  return reportOf({
    methodGet: (method) => methodGet(method, readMethods[method].scope),
    ...replies,
  });
}

function kinds({ methods }: AccessReport): ReadonlySet<MethodState["kind"]> {
  return new Set(methods.map(({ state }) => state.kind));
}

describe("The methods of an access report", () => {
  it("are all of the read-only table that need a scope, but for the revisions", () => {
    const scoped = Object.entries(readMethods)
      .filter(([, needs]) => "scope" in needs)
      .map(([method]) => method)
      .filter((method) => !/revision/i.test(method));
    assert.deepEqual(checkedMethods, scoped);
    assert.ok(checkedMethods.includes("imopenlines.crm.chat.get"));
    assert.ok(checkedMethods.includes("imbot.v2.Chat.get"));
  });
});

const works: MethodState = { kind: "works", isCertain: true };
const probablyWorks: MethodState = { kind: "works", isCertain: false };
const missing: MethodState = { kind: "scopeMissing", isCertain: true };
const probablyMissing: MethodState = { kind: "scopeMissing", isCertain: false };
const notOnPortal: MethodState = { kind: "notOnPortal", isCertain: true };
const all = success(["im", "imbot", "imopenlines"]);
const none = success([""]);

/** What `method.get` and `scope` say of im.recent.list, and what follows. */
const states: readonly (readonly [
  name: string,
  methodGet: AccessReply,
  scope: AccessReply,
  expected: MethodState | "notAsked",
])[] = [
  ["exists and is available", success(exists), all, works],
  ["is available without the scope in the list", success(exists), none, works],
  ["is available, the list is unreadable", success(exists), success(7), works],
  ["exists and is not available", success(notGranted), none, missing],
  ["is not available, the list is missing", success(notGranted), noSuchMethod, missing],
  ["is not available though the scope is granted", success(notGranted), all, probablyMissing],
  ["does not exist", success(absent), all, notOnPortal],
  ["does not exist, says no more", success({ isExisting: false }), all, notOnPortal],
  ["is Y and Y", success({ isExisting: "Y", isAvailable: "Y" }), all, works],
  ["is 1 and 0", success({ isExisting: 1, isAvailable: 0 }), none, missing],
  ["is text", success({ isExisting: "true", isAvailable: "false" }), none, missing],
  ["is half an answer", success({ isExisting: true }), all, "notAsked"],
  ["is an empty list", success([]), all, "notAsked"],
  ["is null", success(null), all, "notAsked"],
  ["is text alone", success("yes"), all, "notAsked"],
  ["has other names", success({ existing: true }), all, "notAsked"],
  ["is blocked", refusal("OPERATION_TIME_LIMIT"), all, "notAsked"],
  ["failed at the server", refusal("INTERNAL_SERVER_ERROR"), none, "notAsked"],
  ["cannot be asked, the scope is granted", noSuchMethod, all, probablyWorks],
  ["cannot be asked, nothing is granted", noSuchMethod, none, probablyMissing],
  ["cannot be asked, code in lower case", refusal("error_method_not_found"), all, probablyWorks],
  ["cannot be asked, nor can the scopes", noSuchMethod, noSuchMethod, "notAsked"],
  [
    "cannot be asked, scopes as a map",
    noSuchMethod,
    success({ 0: "im", 3: "imbot" }),
    probablyWorks,
  ],
  ["cannot be asked, scopes an empty list", noSuchMethod, success([]), probablyMissing],
  [
    "cannot be asked, among scopes that are not all names",
    noSuchMethod,
    success(["im", null]),
    probablyWorks,
  ],
  ["cannot be asked, scopes null", noSuchMethod, success(null), "notAsked"],
];

describe("The state of a method", () => {
  for (const [name, reply, scope, expected] of states) {
    it(`that ${name} is ${typeof expected === "string" ? expected : JSON.stringify(expected)}`, () => {
      const { methods } = reportOf({ methodGet: () => reply, scope });
      const state = methods.find(({ method }) => method === "im.recent.list")?.state;
      if (expected === "notAsked") assert.equal(state?.kind, "notAsked");
      else assert.deepEqual(state, expected);
    });
  }

  it("keeps why it could not be asked", () => {
    const { methods } = reportOf({ methodGet: () => success([]) });
    assert.deepEqual(methods[0]?.state, {
      kind: "notAsked",
      error: { kind: "malformed", ...answered, path: "result", found: "empty list" },
    });
  });

  it("of version 2 is not taken for missing because its revision is: older portals have them without it", () => {
    const { methods } = reportOf({
      methodGet: () => noSuchMethod,
      revisions: {
        "im.revision.get": success({ rest: 32 }),
        "imbot.v2.Revision.get": noSuchMethod,
      },
    });
    const states = methods.filter(({ method }) => method.includes(".v2."));
    assert.ok(states.length > 0);
    for (const { state } of states) assert.deepEqual(state, { kind: "works", isCertain: false });
  });

  it("is its own: one failure leaves the others", () => {
    const report = reportWhere((method) =>
      method === "im.user.get" ? refusal("ERROR_CORE") : success(exists),
    );
    const failed = report.methods.filter(({ state }) => state.kind === "notAsked");
    assert.deepEqual(
      failed.map(({ method }) => method),
      ["im.user.get"],
    );
    assert.equal(report.verdict, "partly");
  });
});

const onlyScopes =
  (...granted: readonly string[]) =>
  (_method: CheckedMethod, scope: string): AccessReply =>
    success(granted.includes(scope) ? exists : notGranted);

const verdicts: readonly (readonly [AccessVerdict, string, AccessReport, readonly string[]])[] = [
  ["everything", "all is granted", reportOf(), []],
  [
    "everythingProbably",
    "methods cannot be asked for",
    reportOf({ methodGet: () => noSuchMethod }),
    [],
  ],
  [
    "allThatPortalHas",
    "the portal has no version 2",
    reportWhere((method) => success(method.includes(".v2.") ? absent : exists)),
    [],
  ],
  [
    "partly",
    "only imbot is granted",
    reportWhere(onlyScopes("imbot"), { scope: success(["imbot"]) }),
    ["im", "imopenlines"],
  ],
  [
    "partly",
    "only im is granted",
    reportWhere(onlyScopes("im"), { scope: success(["im"]) }),
    ["imbot", "imopenlines"],
  ],
  [
    "partly",
    "imopenlines alone is granted, which reads the chats of Open Channels",
    reportWhere(onlyScopes("imopenlines"), { scope: success(["imopenlines"]) }),
    ["im", "imbot"],
  ],
  [
    "noDialogs",
    "none of im, imbot and imopenlines is granted",
    reportWhere(onlyScopes("crm"), { scope: success(["crm"]) }),
    ["im", "imbot", "imopenlines"],
  ],
  [
    "noDialogs",
    "nothing is granted",
    reportWhere(onlyScopes(), { scope: none }),
    ["im", "imbot", "imopenlines"],
  ],
  ["noDialogs", "the modules are not there", reportOf({ methodGet: () => success(absent) }), []],
  ["unknown", "nothing is told", reportOf({ methodGet: () => refusal("ERROR_CORE") }), []],
  [
    "partly",
    "of the methods that read dialogs one is missing and one unknown",
    reportWhere((method) =>
      method === "imbot.dialog.get"
        ? success(notGranted)
        : method === "im.dialog.get"
          ? refusal("ERROR_CORE")
          : success(exists),
    ),
    [],
  ],
];

describe("The verdict of an access report", () => {
  for (const [verdict, when, report, missingScopes] of verdicts) {
    it(`is ${verdict} when ${when}`, () => {
      assert.equal(report.verdict, verdict);
      assert.deepEqual([...report.missingScopes].sort(), [...missingScopes].sort());
    });
  }

  it("counts a method for what the portal says, not for the order of its scopes", () => {
    assert.deepEqual(
      kinds(reportOf({ scope: success(["imopenlines", "crm", "imbot", "im"]) })),
      new Set(["works"]),
    );
  });
});

describe("The other facts of an access report", () => {
  it("are the owner, the scopes, the revisions and the plan", () => {
    const { owner, scopes, revisions, license, rateLimit } = reportOf();
    assert.deepEqual(owner, success({ userId: "1", userName: "Ivy Stone", isAdmin: true }));
    assert.deepEqual(scopes, success(["im", "imbot", "imopenlines"]));
    assert.deepEqual(revisions["im.revision.get"], success("36"));
    assert.deepEqual([license, rateLimit], ["de_pro100", "usual"]);
  });

  for (const [info, expected] of [
    [success({ LICENSE: "ru_ent250" }), ["ru_ent250", "enterprise"]],
    [success({ LICENSE: "de_ent10000" }), ["de_ent10000", "enterprise"]],
    [success({ LICENSE: "com_entholding3" }), ["com_entholding3", "enterprise"]],
    [success({ LICENSE: "de_selfhosted" }), ["de_selfhosted", "ownServer"]],
    [success({ LICENSE: "ru_basic" }), ["ru_basic", "usual"]],
    [success({ LICENSE: "ru_project" }), ["ru_project", "usual"]],
    [success({ LICENSE: "" }), [undefined, "unknown"]],
    [success({ LICENSE: 7 }), [undefined, "unknown"]],
    [success([]), [undefined, "unknown"]],
    [refusal("ACCESS_DENIED"), [undefined, "unknown"]],
  ] as const) {
    it(`tell the plan and its limits after ${JSON.stringify(info)}`, () => {
      const { license, rateLimit } = reportOf({ appInfo: info });
      assert.deepEqual([license, rateLimit], expected);
    });
  }

  for (const [rest, expected] of [
    [36, "36"],
    ["24", "24"],
    [null, undefined],
    ["new", undefined],
    [{}, undefined],
  ] as const) {
    it(`read the revision ${JSON.stringify(rest)}`, () => {
      const { revisions } = reportOf({
        revisions: { "im.revision.get": success({ rest }), "imbot.v2.Revision.get": success([]) },
      });
      const im = revisions["im.revision.get"];
      assert.equal(im.ok ? im.value : undefined, expected);
      assert.equal(revisions["imbot.v2.Revision.get"].ok, false);
    });
  }

  it("stay when the profile cannot be read", () => {
    for (const profile of [
      success([]),
      success(null),
      success({ ID: "ivy" }),
      refusal("ERROR_CORE"),
    ]) {
      const report = reportOf({ profile });
      assert.equal(report.owner.ok, false);
      assert.equal(report.verdict, "everything");
    }
  });

  it("never take a scope for granted because an object has its name", () => {
    const report = reportOf({
      methodGet: () => noSuchMethod,
      scope: success({ im: true, imbot: true }),
    });
    assert.equal(report.scopes.ok, false);
    assert.equal(report.verdict, "unknown");
  });
});

import assert from "node:assert/strict";
import { actorOf, type Actor } from "../../../src/core/diagnosis/actors";
import { connectionCauses } from "../../../src/core/diagnosis/connectionCauses";
import type { Cause } from "../../../src/core/diagnosis/diagnose";
import { refusals } from "../core/diagnosis/support/refusals";

const expected: Readonly<Record<Actor, readonly Cause[]>> = {
  you: [
    "extensionFault",
    "keyringLocked",
    "webhookNeeded",
    "botTokenNeeded",
    "timedOut",
    "proxyUnreachable",
    "certificateUntrusted",
    "certificateNotYetValid",
    "portalMoved",
    "pageNotFound",
    "dialogIdRefused",
    "noSuchUser",
    "wrongAuthType",
    "httpsRequired",
    "badParameter",
    "searchTooShort",
    "noSuchSession",
    "noSuchMessage",
    "botTokenMissing",
    "botTokenTooLong",
    "botNotFound",
    "botNotOwned",
    "botMayNotReadMessages",
    "chatNotFound",
  ],
  webhookOwner: ["webhookRejected", "scopeMissing"],
  member: ["noAccessOrNoChat", "noRecord", "botCannotSee"],
  administrator: [
    "connectionRefused",
    "certificateExpired",
    "certificateOfOtherHost",
    "certificateInvalid",
    "tooLarge",
    "redirectInsecure",
    "redirectLoop",
    "redirectNowhere",
    "webPage",
    "emptyReply",
    "notJson",
    "malformed",
    "methodNotFound",
    "botViewTooOld",
    "moduleMissing",
    "planWithoutRest",
    "accessDenied",
    "personHidden",
    "userNotAllowed",
    "userInactive",
    "serverError",
    "portalClosed",
    "confirmationWaiting",
    "confirmationDenied",
    "unknownRefusal",
  ],
  support: ["overload"],
  network: [
    "hostNotFound",
    "connectionLost",
    "unreachable",
    "proxySignIn",
    "secureConnectionFailed",
    "redirectElsewhere",
    "pageSignIn",
  ],
  time: ["interrupted", "pageBusy", "rateLimited", "operatingLimit"],
};

describe("Who can mend a failure", () => {
  for (const [actor, causes] of Object.entries(expected)) {
    for (const cause of causes) {
      it(`of ${cause} is ${actor}`, () => {
        assert.equal(actorOf(cause), actor);
      });
    }
  }

  it("is said here for every cause there is", () => {
    const known = new Set(Object.values(expected).flat());
    const causes = new Set<Cause>([...connectionCauses, ...refusals.map(({ cause }) => cause)]);
    assert.deepEqual(
      [...causes].filter((cause) => !known.has(cause)),
      [],
    );
  });
});

import assert from "node:assert/strict";
import { checkedMethods, type Scope } from "../../../src/core/diagnosis/accessReport";
import { allCauses, causes } from "../../../src/core/diagnosis/causes";
import type { ReadEffect } from "../../../src/core/dialog/consent";
import type { ChatOwner } from "../../../src/core/dialog/chatOwner";
import {
  chatRef,
  userRef,
  workgroupRef,
  type DialogIdProblem,
  type DialogRef,
} from "../../../src/core/dialog/dialogId";
import { dialogKindWords } from "../../../src/core/dialog/dialogKind";
import type { EntityFactName } from "../../../src/core/dialog/entity/entityFact";
import { fieldCatalog, fieldGroups } from "../../../src/core/dialog/fieldCatalog";
import { ownerViewer, type Viewer } from "../../../src/core/dialog/viewer";
import type { PortalRecord } from "../../../src/core/portal/portalRecord";
import type { StoreProblem } from "../../../src/core/portal/portalSecrets";
import type { Limit, Misfit } from "../../../src/core/snippets/client";
import type { PageActionId } from "../../../src/panel/protocol/panelActions";
import {
  isCommandAction,
  commandAction,
  commandActions,
  pageAction,
  pageLooks,
} from "../../../src/panel/view/actions";
import { purposeOf, scopeLabel } from "../../../src/text/accessWords";
import { describeActor } from "../../../src/text/actors";
import { labelOfCode } from "../../../src/text/codeLabels";
import {
  chatsOf,
  describeMissingCrmNumber,
  describeMissingScopes,
  howChatsAreFound,
  nameOfOwner,
  notLookedFor,
} from "../../../src/text/crmObjects";
import { substituteTitle } from "../../../src/text/dialogIds";
import { describeDialogIdProblem, describeRef } from "../../../src/text/typedIds";
import { lookOfKind } from "../../../src/text/dialogKinds";
import { crmTypeName, labelOfEntityFact } from "../../../src/text/entityLabels";
import { labelOfField, labelOfGroup, noteOfField } from "../../../src/text/fieldLabels";
import { personMarks } from "../../../src/text/personMarks";
import { describeEffect } from "../../../src/text/readEffects";
import { describeLimit, describeMisfit, describeTaken } from "../../../src/text/snippets";
import { describeStoreProblem } from "../../../src/text/storeProblems";
import { actsAs, readAsLabel, shortViewers, viewerName } from "../../../src/text/viewers";
import { inEachLanguage } from "./support/languages";

const portal: PortalRecord = {
  id: "p",
  name: "Portal",
  origin: "https://portal.example",
  userId: "1",
  readsWithoutAsking: false,
  bots: [{ botId: 456, name: "Helper", isProven: true }],
};
const bot = { kind: "bot", botId: 456 } as const;
const both = { kind: "both", botId: 456 } as const;
const readers = [ownerViewer, bot, both];

const crm = { form: "crm", dialogId: "crm|DEAL|88", entity: "DEAL|88" } as const;
const refs = [chatRef(29), userRef(5), userRef(1), workgroupRef(12), crm];

const owners: readonly ChatOwner[] = [
  { kind: "session", sessionId: 512 },
  { kind: "userCode", userCode: "telegrambot|2|209|744" },
  { kind: "task", taskId: 812 },
  { kind: "workgroup", workgroupId: 12 },
  ...["LEAD", "DEAL", "CONTACT", "COMPANY", "SMART_INVOICE", "DYNAMIC_1038"].map(
    (type): ChatOwner => ({ kind: "crmObject", object: { type, id: 88 } }),
  ),
];

/** All members of a union, for the compiler to miss none. */
function each<Word extends string>(words: Readonly<Record<Word, true>>): readonly Word[] {
  return Object.keys(words) as Word[];
}

const idProblems = each<DialogIdProblem>({
  empty: true,
  zero: true,
  negative: true,
  notPlainDigits: true,
  trailingText: true,
  noNumber: true,
  tooLarge: true,
  unknownForm: true,
});
/** Which reads change something, as whom and of which ids. */
const effects: Readonly<
  Record<Exclude<ReadEffect, "none">, readonly [Viewer, readonly DialogRef[]]>
> = {
  createsPrivateChat: [ownerViewer, [userRef(5), userRef(1)]],
  createsBotChat: [bot, [userRef(5)]],
  createsWorkgroupChat: [ownerViewer, [workgroupRef(12)]],
  joinsCrmChat: [bot, [crm]],
  joinsBot: [bot, [chatRef(29)]],
};
const storeProblems = each<StoreProblem>({
  keyringUnreadable: true,
  keyringUnwritable: true,
  stateUnwritable: true,
  portalGone: true,
});
const misfits = each<Misfit>({
  lowersMethodNames: true,
  tokenInPage: true,
  eventHasNoBotToken: true,
  cannotEncodeToken: true,
});
const limits = each<Limit>({
  httpsAndPlainPath: true,
  insidePortalPage: true,
  insideEventHandler: true,
  losesPortalCode: true,
  noEnvironment: true,
});
const scopes = each<Scope>({ im: true, imbot: true, imopenlines: true });
const factNames = each<EntityFactName>({
  connector: true,
  line: true,
  connectorChat: true,
  visitorChat: true,
  connectorUser: true,
  crmEnabled: true,
  crmType: true,
  crmObject: true,
  crmBinding: true,
  pause: true,
  waitAction: true,
  sessionId: true,
  sessionStart: true,
  sessionLine: true,
  blockDate: true,
  blockReason: true,
  silentMode: true,
  visitorRead: true,
  visitorReadMessage: true,
  visitorReadTime: true,
  formShown: true,
  welcomeFormNeeded: true,
  welcomeTextSent: true,
  task: true,
  workgroup: true,
  calendarEvent: true,
  mailMessage: true,
  call: true,
  conference: true,
  notesOwner: true,
  unknownPart: true,
  cutParts: true,
});

/** Everything that is called something, and by what; made anew in each language. */
const words: Readonly<Record<string, () => readonly string[]>> = {
  "groups of fields": () => fieldGroups.map(labelOfGroup),
  fields: () => [...fieldCatalog.keys()].map(labelOfField),
  "notes on fields": () => [...fieldCatalog.keys()].flatMap((name) => noteOfField(name) ?? []),
  "kinds of dialogs": () =>
    dialogKindWords.map((word) => lookOfKind({ word, customName: "MYSHOP" }).label),
  "letters and ranks": () =>
    ["P", "C", "L", "O", "S", "T", "N", "J", "A", "B", "X"]
      .map((letter) => labelOfCode("message_type", letter) ?? "")
      .concat(
        ["owner", "manager", "member", "guest", "none"].map((rank) => labelOfCode("x", rank) ?? ""),
        labelOfCode("role", "none") ?? "",
      ),
  "parts of entity strings": () =>
    factNames.map((name) =>
      labelOfEntityFact({
        field: "entity_id",
        index: 0,
        name,
        value: { type: "unset" },
        raw: undefined,
      }),
    ),
  "types of CRM objects": () =>
    ["LEAD", "DEAL", "CONTACT", "COMPANY", "QUOTE", "SMART_INVOICE", "ORDER", "DYNAMIC_156"].map(
      (type) => crmTypeName(type) ?? "",
    ),
  "marks of people": () =>
    [true, false].flatMap((isGuest) =>
      personMarks({
        userId: 5,
        name: "",
        isBot: true,
        isConnector: true,
        isExtranet: true,
        isGuest,
        isActive: false,
      }),
    ),
  "problems of ids": () => idProblems.map(describeDialogIdProblem),
  "what an id reads": () =>
    refs.flatMap((ref) => [describeRef(ref, portal), substituteTitle(ref, portal)]),
  "what a read may change": () =>
    Object.entries(effects).flatMap(([effect, [viewer, read]]) =>
      read.flatMap((ref) => {
        const asked = { viewer, effect: effect as keyof typeof effects };
        const { question, detail } = describeEffect(asked, ref, portal);
        return [question, detail];
      }),
    ),
  "who reads": () => [
    ...readers.flatMap((as) => [readAsLabel(as, portal), shortViewers(as, portal)]),
    ...[ownerViewer, bot].flatMap((viewer) => [viewerName(viewer, portal), actsAs(viewer, portal)]),
  ],
  "chats of other objects": () => [
    ...owners.flatMap((owner) => [
      chatsOf(owner),
      howChatsAreFound(owner),
      nameOfOwner(owner),
      notLookedFor("openChannels", owner),
      notLookedFor("ownChat", owner),
    ]),
    describeMissingCrmNumber("deal 88"),
    describeMissingScopes(["im"]),
    describeMissingScopes(["im", "imbot"]),
  ],
  "methods and scopes": () => [...checkedMethods.map(purposeOf), ...scopes.map(scopeLabel)],
  "who can fix it": () =>
    allCauses.flatMap((cause) =>
      ["1", ""].map((userId) => describeActor(causes[cause].actor, userId)),
    ),
  "what was not stored": () => storeProblems.map(describeStoreProblem),
  "clients of Copy as Code": () => [
    ...misfits.map(describeMisfit),
    ...limits.map(describeLimit),
    describeTaken("curl", true),
    describeTaken("curl", false),
  ],
  buttons: () =>
    [...Object.keys(commandActions), ...Object.keys(pageLooks)].flatMap((id) =>
      isCommandAction(id)
        ? commandAction(id, { portalId: "p", dialogId: "29", botId: 456 }).label
        : pageAction(id as PageActionId).label,
    ),
};

/** Names that are the same in each language. */
const names = /^(?:CRM|ID|Telegram|JSON|imbot|im)$/;

inEachLanguage((language) => {
  describe("There are words for", () => {
    for (const [what, made] of Object.entries(words)) {
      it(what, () => {
        const texts = made();
        assert.ok(texts.length > 0);
        for (const text of texts) {
          assert.match(text, /^\S.*\S$|^\S$/s, text);
          assert.doesNotMatch(text, /\{\d\}|undefined|NaN|\[object/, text);
          if (language === "Russian") assert.ok(names.test(text) || /[а-яё]/i.test(text), text);
          else assert.doesNotMatch(text, /[а-яё]/i, text);
        }
      });
    }

    it("dialog kinds that are all different, and groups of fields", () => {
      for (const what of ["kinds of dialogs", "groups of fields"] as const) {
        const texts = words[what]?.() ?? [];
        assert.equal(new Set(texts).size, texts.length, texts.join(", "));
      }
    });
  });
});

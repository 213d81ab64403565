import type { CrmObject } from "../crmObject";
import type { DialogRef } from "../dialogId";
import { messengerUrl } from "../links";
import { objectUrl, sessionUrl } from "../objectLinks";

/** What a place in a text is about. Only a `dialog` is a DIALOG_ID; the chats of the others have to be looked for. */
export type Subject =
  | { readonly kind: "dialog"; readonly ref: DialogRef }
  | { readonly kind: "crmObject"; readonly object: CrmObject }
  /** A session of an Open Channel: `imol|512`, `SESSION_ID=512`. */
  | { readonly kind: "session"; readonly sessionId: number }
  /** A client of an Open Channel, `connector|line|chat|user`: the entity id of the chat. */
  | { readonly kind: "userCode"; readonly userCode: string }
  | { readonly kind: "task"; readonly taskId: number }
  | { readonly kind: "workgroup"; readonly workgroupId: number }
  /** A chat's own data, as events and records carry it. */
  | { readonly kind: "entityData"; readonly field: EntityDataField; readonly data: string };

export type EntityDataField = "entity_data_1" | "entity_data_2" | "entity_data_3";

/** One place of a text that names something to inspect. Places count UTF-16 units, as editors do. */
export interface Mention {
  readonly offset: number;
  readonly length: number;
  /** Where what names it begins: the `D` of `DIALOG_ID => 5`; without a name the same as `offset`. */
  readonly start: number;
  readonly subject: Subject;
  /** Of the link that it stands in, with a port when there is one. */
  readonly host?: string;
}

/** The mention that a position is on: its name, its value or right behind it. */
export function mentionAt(mentions: readonly Mention[], position: number): Mention | undefined {
  const touching = mentions.filter(
    ({ start, offset, length }) => start <= position && position <= offset + length,
  );
  // Where one ends and the next begins, the one that begins.
  return touching.find(({ offset }) => offset <= position) === undefined
    ? touching[0]
    : touching.filter(({ start }) => start <= position).at(-1);
}

/** One text for each subject: two places with the same key are about the same thing. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case "dialog":
      return subject.ref.dialogId;
    case "crmObject":
      return `${subject.object.type}|${subject.object.id}`;
    case "session":
      return `imol|${subject.sessionId}`;
    case "userCode":
      return `imol|${subject.userCode}`;
    case "task":
      return `task ${subject.taskId}`;
    case "workgroup":
      return `workgroup ${subject.workgroupId}`;
    case "entityData":
      return `${subject.field} ${subject.data}`;
  }
}

/** A text that reads as the same, wherever it is read: of a link the address, whose host says which portal is meant. */
export function writtenMention({
  subject,
  host,
}: Pick<Mention, "subject"> & { readonly host?: string | undefined }): string {
  const address = host === undefined ? undefined : pageOf(subject, `https://${host}`);
  return address ?? subjectKey(subject);
}

/** The page of a portal that names it. */
function pageOf(subject: Subject, origin: string): string | undefined {
  // A task is shown below the page of whoever looks at it; whose that is says nothing of the task.
  const portal = { origin, userId: "1" };
  switch (subject.kind) {
    case "dialog":
      return messengerUrl(origin, subject.ref.dialogId);
    case "crmObject":
      return objectUrl(portal, subject.object.type, subject.object.id);
    case "session":
      return sessionUrl(portal, subject.sessionId);
    case "task":
      return objectUrl(portal, "TASK", subject.taskId);
    case "workgroup":
      return objectUrl(portal, "SONET_GROUP", subject.workgroupId);
    case "userCode":
    case "entityData":
      return undefined;
  }
}

/** The same as the key, for a line that may draw Markdown or icons: the code of a client is free text. */
export function safeKey(subject: Subject): string {
  const key = subjectKey(subject);
  return subject.kind === "userCode" ? key.replace(/[^\p{L}\p{N}|]+/gu, "…") : key;
}

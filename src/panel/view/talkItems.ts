import * as l10n from "@vscode/l10n";
import { jsonOf } from "../../core/base/jsonText";
import { clip, visibleLine, visibleText } from "../../core/base/visibleText";
import { isIsoDate } from "../../core/base/instantText";
import { messageUrl } from "../../core/dialog/links";
import { parseBbCode } from "../../core/dialog/messages/bbCode";
import { textOf } from "../../core/dialog/messages/bbNode";
import type { AttachedPart, Message, MessageFile } from "../../core/dialog/messages/message";
import { numberText, plural } from "../../text/language";
import type {
  PanelTalkButton,
  PanelTalkItem,
  PanelTalkPart,
  PanelTextNode,
} from "../protocol/panelView";
import type { PeopleView } from "./peopleView";
import { linkTo, talkText, type TextSurroundings } from "./talkText";

/** More of a message's JSON is copied, not shown. */
const shownJson = 4_000;

/** Messages in words. */
export function messageItems(
  messages: readonly Message[],
  people: PeopleView,
  surroundings: TextSurroundings,
): readonly PanelTalkItem[] {
  const view = new MessageView(messages, people, surroundings);
  return messages.map((message) => view.item(message));
}

class MessageView {
  private readonly byId: ReadonlyMap<number, Message>;

  constructor(
    messages: readonly Message[],
    private readonly people: PeopleView,
    private readonly surroundings: TextSurroundings,
  ) {
    this.byId = new Map(messages.map((message) => [message.id, message]));
  }

  item(message: Message): PanelTalkItem {
    const { id, date } = message;
    const reply = this.reply(message);
    return {
      key: keyOf(id),
      id: String(id),
      author: this.author(message),
      ...(isIsoDate(date) ? { dateIso: date } : {}),
      marks: marksOf(message),
      isQuiet: message.authorId === 0 || message.isDeleted,
      ...(reply === undefined ? {} : { reply }),
      nodes: this.text(message.text),
      parts: this.parts(message),
      json: visibleText(jsonOf(message.wire, shownJson).text),
    };
  }

  private author({ authorId }: Pick<Message, "authorId">): PanelTalkItem["author"] {
    return authorId <= 0 ? { name: l10n.t("System") } : this.people.person({ userId: authorId });
  }

  private reply({ replyTo }: Message): PanelTalkItem["reply"] {
    if (replyTo === undefined) return undefined;
    const answered = this.byId.get(replyTo);
    if (answered === undefined) return { text: l10n.t("In reply to message {0}", String(replyTo)) };
    const said = parseBbCode(clip(answered.text, 300)).map(textOf).join("");
    const { name } = this.author(answered);
    return {
      text: l10n.t("In reply to {0}: {1}", name, clip(visibleLine(said), 80) || String(replyTo)),
      key: keyOf(replyTo),
    };
  }

  private parts(message: Message): readonly PanelTalkPart[] {
    const { files, attached, keyboard, others, text, length, unlistedParts } = message;
    return [
      ...(text.length < length
        ? [
            line(
              [],
              l10n.t(
                "The first {0} of {1} characters.",
                numberText(text.length),
                numberText(length),
              ),
            ),
          ]
        : []),
      ...files.map(fileLine),
      ...attached.flatMap((part) => this.attached(part)),
      ...keyboard.map((row): PanelTalkPart => ({
        type: "buttons",
        buttons: row.map((button) => this.button(button)),
      })),
      ...others.map(({ name, wire }): PanelTalkPart => ({
        type: "line",
        label: clip(visibleLine(name), 60),
        nodes: [code(wire)],
      })),
      ...(unlistedParts === 0
        ? []
        : [line([], l10n.t("{0} more parts: the JSON has them.", numberText(unlistedParts)))]),
    ];
  }

  private attached(part: AttachedPart): readonly PanelTalkPart[] {
    switch (part.type) {
      case "text":
        return [line(this.text(part.text))];
      case "grid":
        return part.rows.map(({ name, text }) => ({
          ...line(this.text(text)),
          label: clip(visibleLine(name), 200),
        }));
      case "line":
        return [{ type: "rule" }];
      case "other":
        return [{ ...line([code(part.wire)]), codicon: "json" }];
      default: {
        const name = visibleLine(part.name) || visibleLine(part.target);
        const url = messageUrl(this.surroundings.origin, part.target);
        const label: PanelTextNode = { type: "text", text: clip(name, 300) };
        const node = url === undefined ? label : linkTo(url, name, [label]);
        const size = part.sizeBytes === undefined ? "" : sizeText(part.sizeBytes);
        const note = [visibleLine(part.text), size].filter(Boolean).join(" · ");
        return [{ ...line([node], note), codicon: codicons[part.type] }];
      }
    }
  }

  private button({
    text,
    target,
    deed,
    isDisabled,
  }: Message["keyboard"][number][number]): PanelTalkButton {
    const url = target === "" ? undefined : messageUrl(this.surroundings.origin, target);
    const note = [visibleLine(deed), url === undefined ? visibleLine(target) : ""]
      .filter(Boolean)
      .join(" ");
    return {
      text: visibleLine(text),
      isDisabled,
      ...(note === "" ? {} : { note }),
      ...(url === undefined ? {} : { url }),
    };
  }

  private text(text: string): readonly PanelTextNode[] {
    return talkText(text, this.surroundings);
  }
}

const codicons = { link: "link", user: "person", image: "file-media", file: "file" } as const;

function keyOf(id: number): string {
  return `message.${id}`;
}

function line(
  nodes: readonly PanelTextNode[],
  note = "",
): Extract<PanelTalkPart, { type: "line" }> {
  return { type: "line", nodes, ...(note === "" ? {} : { note }) };
}

function code(wire: unknown): PanelTextNode {
  return { type: "code", text: visibleLine(jsonOf(wire, 300).text) };
}

/** Named, never loaded: its address would open it to whoever has it. */
function fileLine({ fileId, name, type, sizeBytes }: MessageFile): PanelTalkPart {
  const text =
    name === undefined || name === ""
      ? l10n.t("File {0}, which the portal does not describe", String(fileId))
      : visibleLine(name);
  const size = sizeBytes === undefined ? "" : sizeText(sizeBytes);
  const codicon = type === "image" || type === "video" ? "file-media" : "file";
  return { ...line([{ type: "text", text }], size), codicon };
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return l10n.t("{0} B", numberText(bytes));
  const units = [l10n.t("{0} KB", "{0}"), l10n.t("{0} MB", "{0}"), l10n.t("{0} GB", "{0}")];
  const power = Math.min(units.length, Math.floor(Math.log2(bytes) / 10));
  const value = Math.round((bytes / 1024 ** power) * 10) / 10;
  return (units[power - 1] ?? "{0}").replace("{0}", numberText(value));
}

function marksOf({
  isDeleted,
  isEdited,
  isUnread,
  likes,
  forwardedFrom,
}: Message): readonly string[] {
  return [
    isDeleted ? l10n.t("deleted") : "",
    isEdited ? l10n.t("edited") : "",
    isUnread ? l10n.t("unread") : "",
    forwardedFrom === undefined ? "" : l10n.t("forwarded from {0}", visibleLine(forwardedFrom)),
    likes === 0 ? "" : likesText(likes),
  ].filter(Boolean);
}

function likesText(count: number): string {
  const number = numberText(count);
  return plural(count, {
    one: l10n.t("{0} like", number),
    few: l10n.t({ message: "{0} likes", args: [number], comment: ["few"] }),
    many: l10n.t("{0} likes", number),
  });
}

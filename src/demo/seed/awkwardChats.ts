import { chat, type Chat } from "./chat";
import { colors } from "./colors";

const old = {
  dateCreate: "2025-10-01T09:00:00+02:00",
  lastMessageDate: "2025-10-20T12:00:00+02:00",
};

/** Dialogs that a client must survive: hostile text, odd shapes, refusals, huge values. */
export function awkwardChats(): Chat[] {
  return [...hostileTexts(), ...oddPictures(), ...oddRecords(), ...refused()];
}

function hostileTexts(): Chat[] {
  return [
    chat({
      ...old,
      id: 280,
      name: '<img src=x onerror=alert(1)> & "quotes" &amp; $(rm)',
      description:
        "[b]Bold[/b] [URL=javascript:alert(1)]link[/URL] [send=/help]help[/send]\n<script>alert(2)</script>",
      talk: [[7, "<script>alert(3)</script> [b]plain after all[/b]"]],
    }),
    chat({ ...old, id: 281, name: rightToLeftName(), color: colors.aqua }),
    chat({
      ...old,
      id: 283,
      name: "Chat without a usable colour",
      color: "red;background:url(//x)",
    }),
    chat({
      ...old,
      id: 288,
      name: "Chat with hostile links",
      entityType: "CRM",
      entityId: "DEAL|99",
      linkOverride: { type: "DEAL", url: "//evil.example/x", id: "DEAL|99" },
    }),
    chat({
      ...old,
      id: 292,
      name: "Chat with a script for a link",
      entityType: "CRM",
      entityId: "DEAL|98",
      linkOverride: { type: "DEAL", url: "javascript:1", id: "DEAL|98" },
    }),
  ];
}

/** Arabic and Hebrew, an override that turns text around, a family emoji, a newline: 255 characters. */
function rightToLeftName(): string {
  const start =
    "\u062a\u0648\u0635\u064a\u0644 \u05de\u05e9\u05dc\u05d5\u05d7 \u202Eevil\u202C \u{1F468}\u200D\u{1F469}\u200D\u{1F467}\nline two ";
  return (start + "long ".repeat(60)).slice(0, 255);
}

function oddPictures(): Chat[] {
  const pictures: readonly [id: number, what: string, url: string][] = [
    [284, "a blank picture", "/bitrix/js/im/images/blank.gif"],
    [285, "a missing picture", "/upload/avatar-missing.png"],
    [289, "a picture over http", "http://northwind.bitrix24.example/upload/avatar-1.png"],
    [290, "a script for a picture", "javascript:alert(1)"],
    [291, "a page for a picture", "/upload/avatar-page.png"],
  ];
  return pictures.map(([id, what, url]) =>
    chat({ ...old, id, name: `Chat with ${what}`, avatar: url, color: colors.pink }),
  );
}

function oddRecords(): Chat[] {
  return [
    chat({
      ...old,
      id: 282,
      name: "All hands",
      description: "Every courier of every depot.",
      members: [1, ...Array.from({ length: 9_999 }, (_, index) => 900 + index)],
      mutedBy: [1],
      color: colors.marengo,
      lastMessageDate: "2026-03-17T10:40:00+02:00",
      lastMessageId: 2_400_000,
      messageCount: 1_200_000,
      counter: 99,
    }),
    chat({
      ...old,
      id: 286,
      name: "Chat of an application",
      entityType: "MY_APP",
      entityId: "order-".padEnd(255, "0123456789"),
      entityData1: hugeApplicationData(),
      entityData2: "v2",
      color: colors.brown,
    }),
    chat({ ...old, id: 287, name: "", fixedRecord: { id: 287, type: "chat" } }),
    chat({
      ...old,
      id: 21_191,
      name: "Mint chat No.3",
      owner: 2,
      dateCreate: "2017-10-14T12:15:32+02:00",
      fixedRecord: {
        id: "21191",
        title: "Mint chat No.3",
        owner: "2",
        extranet: false,
        avatar: "",
        color: "#4ba984",
        type: "chat",
        entity_type: "",
        entity_data_1: "",
        entity_data_2: "",
        entity_data_3: "",
        date_create: "2017-10-14T12:15:32+02:00",
        message_type: "C",
      },
    }),
  ];
}

/** 200 KB of JSON, as an application might keep its state in a chat. */
function hugeApplicationData(): string {
  const row = { sku: "NW-BOX-17", note: "Ship with care", done: false };
  const rowLength = JSON.stringify({ line: 1000, ...row }).length + 1;
  const rows = Math.ceil((200 * 1024) / rowLength);
  return JSON.stringify(Array.from({ length: rows }, (_, line) => ({ line: 1000 + line, ...row })));
}

/** 404 is not here on purpose: no such chat. */
function refused(): Chat[] {
  return [
    chat({
      ...old,
      id: 405,
      name: "Night shift (bots and dispatch)",
      owner: 5,
      members: [7, 77, 456, 457],
      color: colors.graphite,
    }),
    chat({ ...old, id: 406, name: "Chat with a broken record", isBroken: true }),
  ];
}

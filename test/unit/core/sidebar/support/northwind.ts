import { fullRecord } from "../../../support/records";
import type { Answerer } from "./fakePortal";
import type { ReadMethod } from "../../../../../src/core/portal/readMethods";

/** Items of `im.recent.list` as a portal writes them. */
export const pilot = {
  id: "chat29",
  type: "chat",
  title: "Delivery bot pilot",
  counter: 2,
  chat: { id: 29, type: "chat", message_type: "C", role: "MANAGER" },
  user: { id: 0 },
};

export const visitor = {
  id: "chat210",
  type: "chat",
  title: "Ana via Telegram",
  counter: 0,
  chat: { id: 210, type: "lines", message_type: "L", role: "OWNER" },
  user: { id: 0 },
};

export const omar = {
  id: 5,
  type: "user",
  title: "Omar Haddad",
  counter: 0,
  chat: [],
  user: { id: 5, name: "Omar Haddad" },
};

export const people = [
  { id: 1, name: "Ivy Stone", active: true },
  { id: 39, name: "Delivery &amp; Co bot", bot: true },
];

export function recentList(items: readonly unknown[]): Answerer {
  return () => ({ items, hasMorePages: false, hasMore: false });
}

/** A small portal where everything can be read. */
export function northwind(): Partial<Record<ReadMethod, Answerer>> {
  return {
    "im.recent.list": recentList([pilot, visitor, omar]),
    "im.dialog.users.list": () => people,
    "im.user.get": ({ ID }) => ({ id: ID, name: `Person ${String(ID)}` }),
    "im.user.list.get": ({ ID }) =>
      Object.fromEntries(
        [ID].flat().map((id) => [String(id), { id, name: `Person ${String(id)}` }]),
      ),
    "imbot.bot.list": () => ({
      "39": { ID: 39, NAME: "Delivery &amp; Co bot", CODE: "delivery", OPENLINE: "N" },
    }),
    "imbot.dialog.get": ({ DIALOG_ID }) => ({
      ...fullRecord,
      dialog_id: DIALOG_ID,
      name: `Title of ${String(DIALOG_ID)}`,
    }),
  };
}

import { decodeDialog } from "../../src/core/dialog/decodeDialog";
import { isObject } from "../../src/core/base/json";
import { WirePortal } from "../emulator/wire/wirePortal";
import { median } from "./table";

const chatIds = [
  29, 30, 1, 12, 13, 210, 211, 212, 220, 221, 230, 240, 250, 260, 261, 270, 280, 281, 288,
];

/** Milliseconds for decoding so many records of the demo portal's chats, its generated ones among them. */
export function decodingMs(count: number, rounds: number): number {
  const records = seedRecords();
  const rounded = Array.from({ length: rounds + 1 }, () => {
    const startedMs = performance.now();
    for (let index = 0; index < count; index++) {
      const decoded = decodeDialog(records[index % records.length], "chat1");
      if (!decoded.ok) throw new Error("A seed could not be decoded.");
    }
    return performance.now() - startedMs;
  });
  return median(rounded.slice(1));
}

function seedRecords(): readonly unknown[] {
  const portal = new WirePortal();
  const { pathname } = new URL(portal.webhook());
  const generated = Array.from({ length: 200 }, (_, index) => 500 + index);
  return [...chatIds, ...generated].flatMap((chatId) => {
    const { body } = portal.answer({
      verb: "POST",
      path: `${pathname}imbot.dialog.get`,
      query: `DIALOG_ID=chat${chatId}`,
      body: "",
    });
    const reply: unknown = JSON.parse(body);
    return isObject(reply) && isObject(reply["result"]) ? [reply["result"]] : [];
  });
}

import { chat } from "../../../src/demo/seed/chat";
import { Emulator } from "../../emulator/emulator";
import { activationTable } from "./activation";
import { inspectingTable } from "./inspecting";
import { listingTable } from "./listing";
import { longTreeTable } from "./longTree";

const chats = 10_000;

/**
 * What is felt in the window: a real VS Code in a real browser, and a portal behind a socket.
 * @param print called with each table as soon as it is there
 */
export async function windowTables(print: (table: string) => void): Promise<void> {
  const emulator = await Emulator.start({
    isThrottled: false,
    moreChats: Array.from({ length: chats }, (_, index) =>
      chat({ id: 100_001 + index, name: `Shift ${index + 1}` }),
    ),
  });
  const webhook = emulator.webhook();
  const subjects = [
    { name: "a group chat", dialogId: "chat29" },
    { name: "an Open Channel dialog", dialogId: "chat210" },
    { name: "10,000 readers", dialogId: "chat282", isLong: true },
  ];
  try {
    print(await activationTable(15));
    print(await inspectingTable(webhook, subjects, 11));
    print(await longTreeTable(webhook, chats, 7));
    print(await listingTable(webhook));
  } finally {
    await emulator.stop();
  }
}

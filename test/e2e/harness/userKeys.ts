import { writeFile } from "node:fs/promises";
import path from "node:path";
import { commandIds } from "../../../src/ids";

/** What happens again and again has a key: the palette, which VS Code fills anew each time, takes many times as long. */
const commandsOf = {
  F2: [commandIds.removeBot],
  F3: [commandIds.addBot],
  F4: ["workbench.action.reloadWindow"],
  F5: [commandIds.inspectDialog],
  F6: ["workbench.action.closeAllEditors", "notifications.clearAll"],
  F7: ["notifications.clearAll"],
  F8: [commandIds.addDemoPortal],
  F9: [commandIds.removePortal],
  F10: ["workbench.action.openSettingsJson"],
  F11: ["workbench.action.closeModalEditor"],
  F12: [commandIds.addPortal],
} as const;

/** As Playwright names them. */
export const userKeys = {
  addBot: "Control+Alt+Shift+F3",
  removeBot: "Control+Alt+Shift+F2",
  addPortal: "Control+Alt+Shift+F12",
  reload: "Control+Alt+Shift+F4",
  closeAll: "Control+Alt+Shift+F6",
  clearNotifications: "Control+Alt+Shift+F7",
  addDemoPortal: "Control+Alt+Shift+F8",
  removePortal: "Control+Alt+Shift+F9",
  inspectDialog: "Control+Alt+Shift+F5",
  openSettings: "Control+Alt+Shift+F10",
  closeModalEditor: "Control+Alt+Shift+F11",
} as const satisfies Record<string, `Control+Alt+Shift+${keyof typeof commandsOf}`>;

interface KeyBinding {
  readonly key: string;
  readonly command: string;
  readonly args?: unknown;
}

/**
 * Gives the keys to a VS Code that `startUserServer` started.
 * @param data the folder that was given to it
 * @param more keys of one suite
 */
export async function writeUserKeys(data: string, more: readonly KeyBinding[] = []): Promise<void> {
  const bindings = Object.entries(commandsOf).map(([key, commands]) => ({
    key: `ctrl+alt+shift+${key.toLowerCase()}`,
    command: "runCommands",
    args: { commands },
  }));
  await writeFile(
    path.join(data, "user", "User", "keybindings.json"),
    JSON.stringify([...bindings, ...more], undefined, 2),
  );
}

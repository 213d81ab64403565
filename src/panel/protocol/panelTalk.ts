import type { PanelAction } from "./panelActions";
import type { PanelMessage } from "./panelNotice";
import type { PanelPerson } from "./panelValues";

/** What was said in a dialog: read on a click, and shown in a group of its own. */
export interface PanelTalk {
  readonly label: string;
  /** Whether and when they were read, in a few words. */
  readonly digest: string;
  /** How they are read, and what that leaves untouched. */
  readonly note: string;
  /** Reads them, or reads them again. */
  readonly action: PanelAction;
  readonly busy?: { readonly text: string; readonly cancel: PanelAction };
  readonly problem?: PanelMessage;
  /** Whether that is about older messages, and stands below the others. */
  readonly isAboutOlder: boolean;
  /** The chat goes on: what is shown is not the newest. */
  readonly behind?: string;
  /** Instead of messages. */
  readonly empty?: string;
  /** The newest first. */
  readonly items: readonly PanelTalkItem[];
  readonly older?: PanelAction;
}

export interface PanelTalkItem {
  /** Copies the id; with `.text` behind it the text, with `.json` all of the message, as it came. */
  readonly key: string;
  readonly id: string;
  /** Without an id: the system. */
  readonly author: Omit<PanelPerson, "userId"> & { readonly userId?: string };
  readonly dateIso?: string;
  /** Each in a word or two: edited, unread, forwarded from. */
  readonly marks: readonly string[];
  /** Written by the system, or deleted: of less interest. */
  readonly isQuiet: boolean;
  /** What it answers; `key` where that is shown. */
  readonly reply?: { readonly text: string; readonly key?: string };
  readonly nodes: readonly PanelTextNode[];
  readonly parts: readonly PanelTalkPart[];
  /** The message as it came, laid out, as far as it is shown. */
  readonly json: string;
}

/** Other people's text with the little markup that it may have. */
export type PanelTextNode =
  | { readonly type: "text" | "code" | "tag"; readonly text: string }
  | {
      readonly type: "bold" | "italic" | "underline" | "strike" | "quote";
      readonly nodes: readonly PanelTextNode[];
    }
  /** Checked; `host` where the text does not say where it leads. */
  | {
      readonly type: "link";
      readonly url: string;
      readonly host?: string;
      readonly nodes: readonly PanelTextNode[];
    }
  | { readonly type: "mention"; readonly id: string; readonly nodes: readonly PanelTextNode[] }
  | { readonly type: "time"; readonly iso: string };

/** What comes with a message: files, attachments, buttons, parameters. */
export type PanelTalkPart =
  | {
      readonly type: "line";
      readonly codicon?: string;
      readonly label?: string;
      readonly nodes: readonly PanelTextNode[];
      readonly note?: string;
    }
  | { readonly type: "rule" }
  /** Shown, never pressed. */
  | { readonly type: "buttons"; readonly buttons: readonly PanelTalkButton[] };

export interface PanelTalkButton {
  readonly text: string;
  /** What it does in the messenger. */
  readonly note?: string;
  readonly url?: string;
  readonly isDisabled: boolean;
}

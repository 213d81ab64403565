import { chatRef, userRef } from "../dialogId";
import { withoutQuotes } from "../unquoted";
import type { Subject } from "./mention";

/** Longer texts are no name of one thing. */
const longestText = 300;

const beforeNumber = String.raw`(?:[ _]?(?:id|ид))? ?[:=]? ?(?:#|№|no\.?|номер)? ?[:=]? ?`;

const dialog = (ref: ReturnType<typeof chatRef>): Subject => ({ kind: "dialog", ref });

/** What people call things that have a chat, with the endings that Russian gives the words. */
const forms: readonly (readonly [form: RegExp, (id: number) => readonly Subject[]])[] = (
  [
    [
      "chat|channel|collab|чат(?:а|у|ом|е)?|канал(?:а|у|ом|е)?|коллаб(?:а|ы|у|ой|е)?|бесед(?:а|ы|у|ой|е)",
      (id: number) => [dialog(chatRef(id))],
    ],
    [
      "dialog(?:ue)?|диалог(?:а|у|ом|е)?",
      (id: number) => [dialog(userRef(id)), dialog(chatRef(id))],
    ],
    [
      "user|bot|employee|пользовател(?:ь|я|ю|ем|е)|сотрудник(?:а|у|ом|е)?|бот(?:а|у|ом|е)?",
      (id: number) => [dialog(userRef(id))],
    ],
    [
      "(?:open channel |open line )?session|сесси(?:я|и|ю|ей)",
      (sessionId: number): readonly Subject[] => [{ kind: "session", sessionId }],
    ],
    [
      String.raw`task|tasks?(?:_task)?\||задач(?:а|и|е|у|ей)`,
      (taskId: number): readonly Subject[] => [{ kind: "task", taskId }],
    ],
    [
      String.raw`work ?group|group|sonet_group\||(?:рабоч(?:ая|ей|ую) )?групп(?:а|ы|е|у|ой)`,
      (workgroupId: number): readonly Subject[] => [{ kind: "workgroup", workgroupId }],
    ],
  ] as const
).map(([words, subjectsOf]) => [
  // `[USER=5]Ivy[/USER]` came without its outer brackets.
  new RegExp(
    `^(?:(?:id|ид) )?(?:${words})${beforeNumber}([1-9]\\d{0,15})(?:\\][^[\\]]{0,100}\\[/user)?$`,
    "iu",
  ),
  subjectsOf,
]);

/** `connector|line|chat|user` of any connector: alone it can be nothing else. */
const userCode = /^(?:imol\|)?([a-z][\w.-]{1,60}\|\d{1,10}\|[^\s"'`<>]{1,255}\|[1-9]\d{0,15})$/iu;

/** Reads a text that is nothing but the name of one thing: `session 512`, `задача №812`, `livechat|1|67|21`. */
export function readTypedWords(text: string): readonly Subject[] {
  if (text.length > longestText * 2) return [];
  const typed = withoutQuotes(text.trim())
    .replace(/\s+/g, " ")
    .replaceAll(/%(?:25)?7C/gi, "|");
  if (typed.length > longestText) return [];
  for (const [form, subjectsOf] of forms) {
    const id = Number(form.exec(typed)?.[1]);
    if (Number.isSafeInteger(id)) return subjectsOf(id);
  }
  const code = userCode.exec(typed)?.[1];
  return code === undefined ? [] : [{ kind: "userCode", userCode: code }];
}

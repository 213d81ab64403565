import type { Json } from "../../../src/demo/base/json";
import { refuse } from "../../../src/demo/portal/outcome";
import type { PanelView } from "../../../src/panel/protocol/panelView";
import { DemoPanels, type DemoSettings } from "./demoPanel";

const markup = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
const rightToLeft = "invoice\u202Efdp.exe";

/** A portal that sends as its own what must stay text. */
export const hostilePortal: DemoSettings = {
  portalName: `${rightToLeft} ${markup}`,
  record: () => ({
    name: `${markup} ${rightToLeft} مرحبا`,
    description: `${markup}\n${rightToLeft} مرحبا`,
    color: "#000;}*{display:none",
    avatar: "data:image/png;base64,AAAA",
    role: markup,
    date_create: markup,
    [markup]: `${markup} مرحبا`,
    json: { [markup]: rightToLeft },
    long: "слово\n".repeat(11_000),
    word: "x".repeat(4000),
  }),
};

export const readerCount = 9_999;
const visitor = 744;

/** Of a record; the third is a visitor. */
export function someReaders(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    user_id: at === 2 ? visitor : at === visitor - 1 ? 3 : at + 1,
    user_name: `Reader ${at + 1}`,
    message_id: 5311,
    date: "2026-02-25T09:01:00+02:00",
  }));
}

/** Ten thousand readers, a manager from outside among them; a dismissed owner; members that cannot be read. */
export const crowdedPortal = {
  hasPages: true,
  record: () => ({
    owner: "11",
    user_counter: 10_000,
    manager_list: [visitor, 39],
    readed_list: someReaders(readerCount),
  }),
  watch: ({ method }) =>
    method === "im.dialog.users.list"
      ? { refusal: refuse(429, "OPERATION_TIME_LIMIT", "Method is blocked") }
      : {},
} satisfies DemoSettings;

/** A portal on which each method stands otherwise with the webhook. */
export const partlyOpenPortal: DemoSettings = {
  watch: ({ method, parameters: { name } }) => ({
    lostScopes: ["imopenlines"],
    ...(method === "method.get" ? flagsOf(name) : {}),
  }),
};

function flagsOf(name: Json | undefined): ReturnType<NonNullable<DemoSettings["watch"]>> {
  switch (name) {
    case "im.search.chat.list":
      return { reshape: () => ({ isExisting: true, isAvailable: false }) };
    case "imbot.v2.chat.get":
      return { reshape: () => ({ isExisting: false, isAvailable: false }) };
    case "imbot.bot.list":
      return { refusal: refuse(429, "OPERATION_TIME_LIMIT", "Method is blocked") };
    default:
      return {};
  }
}

/** A panel while what was begun is on its way. */
export async function during(begun: Promise<void>, view: () => PanelView): Promise<PanelView> {
  const meanwhile = view();
  await begun;
  return meanwhile;
}

/** States of the page that the demo does not bring about by itself. */
export const states = {
  async loading() {
    const dialog = (await DemoPanels.start()).dialog("chat29");
    return during(dialog.read(), () => dialog.view());
  },
  async refreshing() {
    const dialog = await (await DemoPanels.start()).read("chat29");
    return during(dialog.read(), () => dialog.view());
  },
  async stale() {
    const demo = await DemoPanels.start();
    const dialog = await demo.read("chat29");
    demo.outage = { kind: "timedOut" };
    await dialog.read();
    return dialog.view();
  },
  async hostile() {
    return (await DemoPanels.start(hostilePortal)).view("chat30");
  },
  async longLists() {
    return (await DemoPanels.start(crowdedPortal)).view("chat29");
  },
  /** A probe that found nothing, one that failed, one that runs. */
  async probing() {
    const demo = await DemoPanels.start();
    const dialog = await demo.read("405");
    await dialog.probes.run("asChat");
    demo.outage = { kind: "timedOut" };
    await dialog.probes.run("bot/456");
    demo.outage = undefined;
    return during(dialog.probes.run("recentDialogs"), () => dialog.view());
  },
  async proved() {
    const dialog = await (await DemoPanels.start()).read("chat405");
    await dialog.probes.runAll();
    return dialog.view();
  },
  async report() {
    return (await DemoPanels.start(partlyOpenPortal)).accessView();
  },
  async everything() {
    const { session, view } = (await DemoPanels.start()).access();
    await session.read();
    return during(session.read(), view);
  },
} satisfies Record<string, () => Promise<PanelView>>;

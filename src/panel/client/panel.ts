import "./base/base.css";
import type { HostToPanel, PageState } from "../protocol/panelMessages";
import { returnFocus } from "./focusKeeper";
import { ReaderMemory } from "./memory";
import { Page } from "./page";
import { connectHost } from "./post";

const host = connectHost();
const memory = new ReaderMemory((kept) => {
  host.post({ type: "remember", memory: kept });
});
const root = document.createElement("main");
root.dataset["panel"] = "bitrix24";
root.tabIndex = -1;
document.body.append(root);
const page = new Page(root, host, memory);
returnFocus(root);

const first = document.getElementById("first")?.textContent ?? "";
if (first !== "") page.show(JSON.parse(first) as PageState);

// The host is trusted; a message of a newer version is not an error.
window.addEventListener("message", ({ data }: MessageEvent<HostToPanel | undefined>) => {
  if (data?.type === "show") page.show(data);
  else if (data?.type === "copied") page.showCopied(data.key);
  else if (data?.type === "people") page.showPeople(data);
});

host.post({ type: "ready" });

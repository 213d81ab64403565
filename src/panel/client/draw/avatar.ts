import type { PanelHeader } from "../../protocol/panelView";
import { isHexColor, readableOn } from "./contrast";
import { element, icon } from "./element";

/** The picture covers the initials once it has loaded; until then, and if it never does, they show. */
export function drawAvatar({ avatar, kind }: PanelHeader): HTMLElement {
  const box = element(
    "div",
    { class: "avatar", "aria-hidden": "true" },
    avatar.initials === "" ? icon(kind?.codicon ?? "comment-discussion") : avatar.initials,
  );
  if (avatar.color !== undefined && isHexColor(avatar.color)) {
    box.style.backgroundColor = avatar.color;
    box.style.color = readableOn(avatar.color);
  }
  if (avatar.imageUrl !== undefined) box.append(drawPicture(avatar.imageUrl));
  return box;
}

function drawPicture(url: string): HTMLElement {
  const picture = element("img", { class: "avatar-picture", hidden: "" });
  picture.alt = "";
  picture.referrerPolicy = "no-referrer";
  picture.addEventListener("load", () => {
    picture.hidden = false;
  });
  picture.addEventListener("error", () => {
    picture.remove();
  });
  picture.src = url;
  return picture;
}

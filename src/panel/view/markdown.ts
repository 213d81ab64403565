import type { PanelSummaryLine, PanelSummaryPart, PanelView } from "../protocol/panelView";

/** What the first screen says, for an issue or a chat: text of strangers stays text in Markdown too. */
export function markdownOf({ header, body }: PanelView): string {
  const { title, dialogId = "", kind, portal } = header;
  const about = [kind?.label ?? "", `\`${dialogId}\``, escaped(portal.host)].filter(Boolean);
  const lines = body.type === "facts" ? body.summary.map(lineText) : [];
  return [`### ${escaped(title)}`, "", about.join(" · "), "", ...lines, ""].join("\n");
}

function lineText({ label, count, parts }: PanelSummaryLine): string {
  const counted = count === undefined ? "" : ` (${count})`;
  return `- **${escaped(label)}**${counted}: ${parts.map(partText).join(" · ")}`;
}

function partText({ text, id, marks = [] }: PanelSummaryPart): string {
  return [escaped(text), ...(id === undefined ? [] : [`\`${id}\``]), ...marks.map(escaped)].join(
    " ",
  );
}

/** No character of it begins a heading, a link, a mention or markup. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~@:&]/g, "\\$&");
}

/** A refusal for whoever can end it: what was asked, what the portal said, what was found out. No secret is in it. */
export function reportOf({ header, body }: PanelView): string {
  if (body.type !== "notice") return markdownOf({ header, toolbar: [], body });
  const { dialogId = "", portal } = header;
  const found = body.probes?.probes.flatMap(({ label, state }) =>
    state.type === "done" ? [`- ${escaped(label)}: ${escaped(state.text)}`] : [],
  );
  const facts = body.details.flatMap(({ fields }) =>
    fields.flatMap(({ label, value }) =>
      "text" in value ? [`- ${escaped(label)}: ${escaped(value.text)}`] : [],
    ),
  );
  const parts = [
    [`### ${escaped(body.heading)}`],
    [`\`${dialogId}\` · ${escaped(portal.host)}`],
    body.paragraphs.map(escaped),
    body.steps.map((step, index) => `${index + 1}. ${escaped(step)}`),
    found ?? [],
    facts,
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
    .concat("\n");
}

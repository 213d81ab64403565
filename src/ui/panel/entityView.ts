import { l10n } from "vscode";
import type { EntityFact, EntityValue } from "../../core/dialog/entity/entityFact";
import { objectUrl, sessionUrl, type LinkContext } from "../../core/dialog/objectLinks";
import { visibleText } from "../../core/visibleText";
import type { PanelField, PanelGroup, PanelValue } from "../../protocol/panelView";
import type { PeopleView } from "./peopleView";
import { connectorName, crmTypeName, labelOfEntityFact } from "./entityLabels";

/** What the entity strings say, each beside the part that says it; `undefined` when they say nothing. */
export function entityGroup(
  facts: readonly EntityFact[],
  people: PeopleView,
): PanelGroup | undefined {
  if (facts.length === 0) return undefined;
  const fields = facts.map((fact) => entityField(fact, people));
  return { id: "bound", label: l10n.t("What it is bound to"), fields };
}

function entityField(fact: EntityFact, people: PeopleView): PanelField {
  const place = placeOf(fact);
  return {
    key: `bound.${place}`,
    label: labelOfEntityFact(fact),
    wireName: place,
    value: valueView(fact, people),
    canCopy: fact.value.type !== "unset" && fact.value.type !== "notUnderstood",
  };
}

/** `entity_data_1[5]`: the sixth part between the pipes. */
function placeOf({ field, index }: EntityFact): string {
  return index === undefined ? field : `${field}[${index}]`;
}

function valueView({ name, value, raw }: EntityFact, people: PeopleView): PanelValue {
  const { links } = people;
  const part = raw === undefined ? l10n.t("missing") : visibleText(raw);
  switch (value.type) {
    case "unset":
      return { type: "unset", text: l10n.t("not set"), raw: raw === "" ? '""' : part };
    case "notUnderstood":
      return { type: "unset", text: l10n.t("not understood"), raw: part };
    case "flag":
      return {
        type: "flag",
        isOn: value.isOn,
        text: value.isOn ? l10n.t("yes") : l10n.t("no"),
        raw: raw === "" ? '""' : part,
      };
    case "time":
      return { type: "date", iso: new Date(value.epochS * 1000).toISOString(), raw: part };
    case "number": {
      const url = name === "sessionId" && links ? sessionUrl(links, value.value) : undefined;
      return withUrl({ type: "text", text: String(value.value) }, url);
    }
    case "text":
      return textView(name, value.text);
    case "object":
      return value.objectType === "USER" && people.isKnown(value.objectId)
        ? { type: "person", person: people.person({ userId: value.objectId }), raw: part }
        : objectView(value, part, links);
  }
}

function textView(name: EntityFact["name"], text: string): PanelValue {
  const shown = visibleText(text);
  const known =
    name === "connector" ? connectorName(text) : name === "crmType" ? crmTypeName(text) : undefined;
  return known === undefined
    ? { type: "text", text: shown }
    : { type: "text", text: known, raw: shown };
}

function objectView(
  { objectType, objectId }: Extract<EntityValue, { type: "object" }>,
  part: string,
  links: LinkContext | undefined,
): PanelValue {
  const name = crmTypeName(objectType) ?? visibleText(objectType);
  const url = links === undefined ? undefined : objectUrl(links, objectType, objectId);
  return withUrl({ type: "text", text: `${name} ${objectId}`, raw: part }, url);
}

function withUrl(
  value: Extract<PanelValue, { type: "text" }>,
  url: string | undefined,
): PanelValue {
  return url === undefined ? value : { ...value, url };
}

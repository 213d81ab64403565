import * as l10n from "@vscode/l10n";
import { placeOf, type EntityFact, type EntityValue } from "../../core/dialog/entity/entityFact";
import { factUrl } from "../../core/dialog/entity/factLinks";
import type { Dialog } from "../../core/dialog/dialog";
import { visibleText } from "../../core/base/visibleText";
import type { PanelField, PanelGroup, PlainValue } from "../protocol/panelView";
import type { PeopleView } from "./peopleView";
import {
  connectorName,
  crmObjectName,
  crmTypeName,
  labelOfEntityFact,
} from "../../text/entityLabels";

/** What the entity strings say, each beside the part that says it; `undefined` when they say nothing. */
export function entityGroup(
  { entity, objectLink }: Pick<Dialog, "entity" | "objectLink">,
  people: PeopleView,
): PanelGroup | undefined {
  if (entity.length === 0) return undefined;
  const { links } = people;
  const fields = entity.map((fact) =>
    entityField(fact, people, links === undefined ? undefined : factUrl(fact, objectLink, links)),
  );
  return { id: "bound", label: l10n.t("Bound to"), startsOpen: true, fields };
}

/** @param people who the users are; absent: their ids say it */
export function entityField(
  fact: EntityFact,
  people: PeopleView | undefined,
  url: string | undefined,
): PanelField {
  const place = placeOf(fact);
  return {
    key: `bound.${place}`,
    label: labelOfEntityFact(fact),
    wireName: place,
    value: valueView(fact, people, url),
    canCopy: hasValue(fact.value),
  };
}

function hasValue({ type }: EntityValue): boolean {
  return type !== "unset" && type !== "cut";
}

function valueView(
  { name, value, raw }: EntityFact,
  people: PeopleView | undefined,
  url: string | undefined,
): PlainValue {
  const part = visibleText(raw ?? "");
  switch (value.type) {
    case "unset":
      return raw === undefined
        ? { type: "unset", text: l10n.t("not sent") }
        : { type: "unset", text: textOfUnset(name), raw: raw === "" ? '""' : part };
    case "notUnderstood":
      return {
        type: "notUnderstood",
        text: l10n.t("not understood"),
        raw: part === "" ? '""' : part,
      };
    case "flag":
      return {
        type: "flag",
        isOn: value.isOn,
        text: value.isOn ? l10n.t("yes") : l10n.t("no"),
        raw: raw === "" ? '""' : part,
      };
    case "time":
      return { type: "date", iso: new Date(value.epochS * 1000).toISOString(), raw: part };
    case "number":
      return withUrl({ type: "text", text: String(value.value) }, url);
    case "cut":
      return { type: "text", text: l10n.t("{0} more parts, not taken apart", value.hiddenParts) };
    case "text":
      return textView(name, value.text);
    case "object":
      return value.objectType === "USER" && people?.isKnown(value.objectId) === true
        ? { type: "person", person: people.person({ userId: value.objectId }), raw: part }
        : withUrl(objectView(value, part), url);
  }
}

function textOfUnset(name: EntityFact["name"]): string {
  return name === "crmBinding" ? l10n.t("not bound") : l10n.t("not set");
}

function textView(name: EntityFact["name"], text: string): PlainValue {
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
): Extract<PlainValue, { type: "text" }> {
  return { type: "text", text: crmObjectName(objectType, objectId), raw: part };
}

/** A page to open outside VS Code. */
export function withUrl(
  value: Extract<PlainValue, { type: "text" }>,
  url: string | undefined,
): PlainValue {
  return url === undefined ? value : { ...value, url };
}

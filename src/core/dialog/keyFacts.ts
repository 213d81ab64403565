import type { Dialog, DialogField } from "./dialog";
import { placeOf, type EntityFact, type EntityFactName } from "./entity/entityFact";

/** One of the facts that tell most of a dialog: a field of the reply, or what an entity string says. */
export type KeyFact =
  | { readonly kind: "field"; readonly path: string; readonly field: DialogField }
  | { readonly kind: "bound"; readonly path: string; readonly fact: EntityFact };

const fieldsBefore = ["type", "id", "role", "owner", "user_counter", "counter", "message_count"];
const rawBinding = ["entity_type", "entity_id"];
const fieldsAfter = ["date_create"];

const boundNames: ReadonlySet<EntityFactName> = new Set<EntityFactName>([
  "connector",
  "line",
  "connectorUser",
  "sessionId",
  "crmObject",
  "crmBinding",
  "task",
  "workgroup",
  "calendarEvent",
  "mailMessage",
  "call",
  "conference",
]);

/** In the order they are shown. The entity strings themselves stand only where nothing of them is understood. */
export function keyFactsOf(dialog: Dialog): readonly KeyFact[] {
  const bound = boundFacts(dialog.entity);
  return [
    ...fieldFacts(dialog, fieldsBefore),
    ...(bound.length > 0 ? bound : fieldFacts(dialog, rawBinding)),
    ...fieldFacts(dialog, fieldsAfter),
  ];
}

function fieldFacts({ fields }: Dialog, paths: readonly string[]): readonly KeyFact[] {
  return paths.flatMap((path) =>
    fields
      .filter((field) => field.path === path && field.value.type !== "unset")
      .map((field) => ({ kind: "field", path, field }) as const),
  );
}

function boundFacts(entity: readonly EntityFact[]): readonly KeyFact[] {
  const told = entity.filter(({ name, value }) => boundNames.has(name) && isTold(value));
  const bindings = new Set(told.filter(({ name }) => name === "crmBinding").map(objectOf));
  return told
    .filter((fact) => fact.name !== "crmObject" || !bindings.has(objectOf(fact)))
    .map((fact) => ({ kind: "bound", path: `bound.${placeOf(fact)}`, fact }) as const);
}

function isTold({ type }: EntityFact["value"]): boolean {
  return type === "text" || type === "number" || type === "object";
}

/** The main object of an Open Channel session is mostly one of its bindings: once is enough. */
function objectOf({ value }: EntityFact): string | undefined {
  return value.type === "object" ? `${value.objectType} ${value.objectId}` : undefined;
}

/** Who writes from outside is a user of the portal. */
export function visitorOf({ name, value }: EntityFact): number | undefined {
  return name === "connectorUser" && value.type === "object" ? value.objectId : undefined;
}

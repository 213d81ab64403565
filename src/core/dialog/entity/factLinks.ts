import { portalPathUrl } from "../links";
import { objectUrl, sessionUrl, type LinkContext } from "../objectLinks";
import type { EntityFact, EntityFactName, EntityValue } from "./entityFact";
import type { ObjectLink } from "./objectLink";

/**
 * The page that a fact is about; `undefined`: there is none, or nobody knows where. For the object that the
 * chat belongs to the portal's own link goes first: the server knows customised paths.
 * @see REST brief, entities.md section 7
 */
export function factUrl(
  fact: EntityFact,
  link: ObjectLink,
  context: LinkContext,
): string | undefined {
  const { name, value } = fact;
  if (value.type !== "object" && value.type !== "number") return undefined;
  if (name === "sessionId" && value.type === "number") return sessionUrl(context, value.value);
  const built =
    value.type === "object" ? objectUrl(context, value.objectType, value.objectId) : undefined;
  if (ownObjects.get(link.entityType) !== name) return built;
  return ownUrl(link, fact, context) ?? built ?? templateUrl(link, idOf(value), context);
}

/** A field of the reply that is a path of the portal by itself. */
export function fieldUrl(path: string, wire: unknown, { origin }: LinkContext): string | undefined {
  return path === "entity_link.url" ? portalPathUrl(origin, wire) : undefined;
}

/** The fact that names the object of a chat, by the chat's entity type: `entity_link` is about no other. */
const ownObjects: ReadonlyMap<string, EntityFactName> = new Map([
  ["CRM", "crmObject"],
  ["TASKS", "task"],
  ["TASKS_TASK", "task"],
  ["SONET_GROUP", "workgroup"],
  ["CALENDAR", "calendarEvent"],
  ["MAIL", "mailMessage"],
  ["CALL", "crmObject"],
]);

function ownUrl(
  { path, about, entityId }: ObjectLink,
  { raw }: EntityFact,
  { origin }: LinkContext,
): string | undefined {
  // A link that is said to be about something else would lead there under this object's name.
  if (about !== "" && about !== entityId && about !== raw) return undefined;
  return portalPathUrl(origin, path);
}

function templateUrl(
  { template }: ObjectLink,
  id: number,
  { origin }: LinkContext,
): string | undefined {
  if (!template.includes("#ID#")) return undefined;
  return portalPathUrl(origin, template.replaceAll("#ID#", String(id)));
}

function idOf(value: Extract<EntityValue, { type: "object" | "number" }>): number {
  return value.type === "object" ? value.objectId : value.value;
}

import { objectOf, scalarText } from "../../base/json";

/** What a reply says about the page of the object that its chat belongs to. Nothing of it is checked. */
export interface ObjectLink {
  /** Upper case; "" for a chat that belongs to nothing. */
  readonly entityType: string;
  readonly entityId: string;
  /** `entity_link.url`: relative to the portal, or "". */
  readonly path: string;
  /** `entity_link.id`: what the link is about, `DEAL|1663`; "" where the portal does not say. */
  readonly about: string;
  /** `restrictions.path`: with `#ID#` where the object's id belongs, or "". */
  readonly template: string;
}

/**
 * @param wire the value of a field by its documented name
 * @see REST brief, dialogs.md sections 1.4 and 1.5
 */
export function readObjectLink(wire: (name: string) => unknown): ObjectLink {
  const link = objectOf(wire("entity_link"));
  const restrictions = objectOf(wire("restrictions"));
  return {
    entityType: scalarText(wire("entity_type")).toUpperCase(),
    entityId: scalarText(wire("entity_id")),
    path: scalarText(link["url"]),
    about: scalarText(link["id"]),
    template: scalarText(restrictions["path"]),
  };
}

import { readCrmType } from "./crmTypes";

/** What links need to know of the portal and the chat. */
export interface LinkContext {
  readonly origin: string;
  /** The webhook's owner: tasks and calendars are shown below the viewer's own page. */
  readonly userId: string;
}

/**
 * The page of an object in the portal; `undefined` for a type without a known page. Installations may have
 * other paths, so a link that the portal gave itself goes first. Paths begin at the origin, wherever the
 * portal has its `/rest`. The page of an Open Channel line is left out: nobody has seen its path for sure.
 * @see REST brief, entities.md section 7
 */
export function objectUrl(
  { origin, userId }: LinkContext,
  objectType: string,
  objectId: number,
): string | undefined {
  const path = objectPath(userId, objectType, objectId);
  return path === undefined ? undefined : `${origin}${path}`;
}

/** An Open Channel session in the messenger's history. */
export function sessionUrl({ origin }: LinkContext, sessionId: number): string {
  return `${origin}/online/?IM_HISTORY=imol%7C${sessionId}`;
}

function objectPath(userId: string, objectType: string, id: number): string | undefined {
  const viewer = /^\d+$/.test(userId) ? userId : undefined;
  const itemOf = (typeId: number | string): string => `/crm/type/${typeId}/details/${id}/`;
  // `DYNAMIC_2` is a deal.
  const type = readCrmType(objectType) ?? objectType;
  switch (type) {
    case "LEAD":
    case "DEAL":
    case "CONTACT":
    case "COMPANY":
      return `/crm/${type.toLowerCase()}/details/${id}/`;
    // Smart processes by themselves, with numbers of their own.
    case "QUOTE":
      return itemOf(7);
    case "SMART_INVOICE":
      return itemOf(31);
    case "ORDER":
      return `/shop/orders/details/${id}/`;
    case "USER":
      return `/company/personal/user/${id}/`;
    case "SONET_GROUP":
      return `/workgroups/group/${id}/`;
    case "TASK":
      return viewer && `/company/personal/user/${viewer}/tasks/task/view/${id}/`;
    case "CALENDAR":
      return viewer && `/company/personal/user/${viewer}/calendar/?EVENT_ID=${id}`;
    // The invoices of old have no page of that form.
    case "INVOICE":
      return undefined;
    default: {
      const typeId = /^DYNAMIC_(\d+)$/.exec(objectType)?.[1];
      return typeId && itemOf(typeId);
    }
  }
}

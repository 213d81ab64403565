import type { DemoReply } from "../portal/envelope";

/** Stands for a page of the portal, so that "open in Bitrix24" has something to show. */
export function portalPage(path: string): DemoReply {
  return page(200, "Northwind Couriers", `This demo portal has no page behind ${path}.`);
}

export function notFoundPage(): DemoReply {
  return page(404, "404 Not Found", "There is no such page on this portal.");
}

function page(status: number, title: string, text: string): DemoReply {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "X-Content-Type-Options": "nosniff" },
    body: `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${escapeHtml(text)}</p></body></html>\n`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

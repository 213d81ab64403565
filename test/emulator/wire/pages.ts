import { encodePhpJson, type Json } from "../../../src/demo/base/json";
import { restHeaders } from "./wireReply";
import type { WireReply } from "./wireReply";

/** Stands for a page of the portal, so that "open in Bitrix24" has something to show. */
export function portalPage(path: string): WireReply {
  return page(200, "Northwind Couriers", `This demo portal has no page behind ${path}.`);
}

export function notFoundPage(): WireReply {
  return page(404, "404 Not Found", "There is no such page on this portal.");
}

/** REST v3 writes its errors apart; `im` and `imbot` are not in it. */
export function restV3Reply(): WireReply {
  const error: Json = {
    code: "BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION",
    message: "Method not found",
  };
  return { status: 404, headers: restHeaders, body: encodePhpJson({ error }) };
}

function page(status: number, title: string, text: string): WireReply {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "X-Content-Type-Options": "nosniff" },
    body: `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${escapeHtml(text)}</p></body></html>\n`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

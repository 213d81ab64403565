import { encodePhpJson } from "../../src/demo/base/json";
import { restHeaders, type WireReply } from "./wire/wireReply";
import type { FrontFault } from "./faults";

/** Where a request came in, to make up redirects. */
export interface RequestedAddress {
  readonly origin: string;
  /** Path and query as they came. */
  readonly target: string;
}

export function frontReply(fault: FrontFault, address: RequestedAddress): WireReply {
  switch (fault.name) {
    case "html404":
      return htmlReply(404, "404 Not Found");
    case "html407":
      return htmlReply(407, "407 Proxy Authentication Required");
    case "html502":
      return htmlReply(502, "502 Bad Gateway");
    case "html503":
      return htmlReply(503, "503 Service Temporarily Unavailable");
    case "html200":
      return htmlReply(200, "Sign in to the guest network");
    case "empty200":
      return { status: 200, headers: restHeaders, body: "" };
    case "noResult":
      return jsonReply(200, '{"time":{"start":1771937178,"finish":1771937178.12,"duration":0.12}}');
    case "notObject":
      return jsonReply(200, fault.body ?? "[]");
    case "rate":
      return jsonReply(
        503,
        encodePhpJson({ error: "QUERY_LIMIT_EXCEEDED", error_description: "Too many requests" }),
      );
    case "redirectRename":
      return redirectTo(fault.to + address.target);
    case "redirectLoop":
      return redirectTo(address.origin + address.target);
    case "redirectHttp":
      return redirectTo(`http://portal.bitrix24.example${address.target}`);
    case "redirectForeign":
      return redirectTo(`https://portal.evil.example${address.target}`);
  }
}

function jsonReply(status: number, body: string): WireReply {
  return { status, headers: restHeaders, body };
}

/** The page of a proxy in front of the portal. */
function htmlReply(status: number, title: string): WireReply {
  return {
    status,
    headers: { "Content-Type": "text/html" },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  };
}

function redirectTo(location: string): WireReply {
  return { status: 302, headers: { "Content-Type": "text/html", Location: location }, body: "" };
}

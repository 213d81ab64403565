import { without, type JsonObject } from "../../../src/demo/base/json";
import { parametersIn } from "../../../src/demo/portal/parameters";
import { nestFields, parsePhpQuery } from "../../../src/demo/portal/phpForm";

/** The parameters of a request of any verb and encoding: JSON body over form body over query. */
export function requestParameters(request: {
  readonly verb: string;
  readonly query: string;
  readonly contentType?: string;
  readonly body: string;
}): JsonObject {
  // The method is named by the path; a query parameter of that name is dropped.
  const query = without(parsePhpQuery(request.query), "method");
  return request.verb.toUpperCase() === "POST" ? { ...query, ...readBody(request) } : query;
}

function readBody(request: { readonly contentType?: string; readonly body: string }): JsonObject {
  const contentType = request.contentType ?? "";
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data") return parseMultipart(request.body, contentType);
  return type === "application/json" ? parametersIn(request.body) : parsePhpQuery(request.body);
}

/** A form sent in parts; files among them are left out. */
function parseMultipart(body: string, contentType: string): JsonObject {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) return {};
  const fields = body.split(`--${boundary}`).flatMap((part): [string, string][] => {
    const match = /^\r\n([^]*?)\r\n\r\n([^]*)\r\n$/.exec(part);
    const name = /form-data;[^\n]*\bname="([^"]*)"/i.exec(match?.[1] ?? "")?.[1];
    const isFile = /\bfilename=/i.test(match?.[1] ?? "");
    return name === undefined || isFile ? [] : [[name, match?.[2] ?? ""]];
  });
  return nestFields(fields);
}

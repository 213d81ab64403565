import type { ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { literal } from "../languages/literal";
import { python, pythonText } from "../languages/python";
import { pythonPrint } from "./python";

const token = `url = urlsplit(os.environ["B24_WEBHOOK"])
token = BitrixWebhook(domain=url.netloc, webhook_token=url.path.removeprefix("/rest/").strip("/"))`;

function request(call: ShownCall, margin: string): string {
  if (call.method !== "batch") {
    return `token.call_method(${pythonText(call.method)}, ${literal(call.params, python, margin)})["result"]`;
  }
  const calls = Object.entries(call.calls).map(([name, { method, params }]) => {
    const item = `(${pythonText(method)}, ${literal(params, python, `${margin}    `)})`;
    return `${margin}    ${python.entry(name, item)},\n`;
  });
  return `token.call_batch({\n${calls.join("")}${margin}})["result"]`;
}

const install = "pip install b24pysdk; needs Python 3.9.";

/** Raises what the portal refuses. \`call_method\` takes every method, the typed calls do not have all of them. */
export const b24pysdk: SnippetClient = {
  id: "b24pysdk",
  label: "b24pysdk",
  languages: ["python"],
  limits: ["httpsAndPlainPath"],
  call: (call) =>
    `# ${mustBeSet(call, install)}
import os
from urllib.parse import urlsplit
from b24pysdk import BitrixWebhook

${token}
print(${request(call, "")})
`,
  program: (call) =>
    `# ${mustBeSet(call, install)}
import json, os, sys
from urllib.parse import urlsplit
from b24pysdk import BitrixWebhook
from b24pysdk.errors import BitrixAPIError

${token}
try:
    result = ${request(call, "    ")}
except BitrixAPIError as error:
    sys.exit(f"{error.error}: {error.error_description}")
${pythonPrint(call.method === "batch" ? 'result["result"]' : "result")}${
      call.method === "batch" ? refusals : ""
    }`,
};

const refusals = `if result["result_error"]:
    sys.exit("\\n".join(f'{name}: {error["error"]}' for name, error in result["result_error"].items()))
`;

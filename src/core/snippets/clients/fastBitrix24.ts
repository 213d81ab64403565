import { needsBotToken, paramsOf, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { literal } from "../languages/literal";
import { python, pythonText } from "../languages/python";
import { pythonPrint } from "./python";

function request(call: ShownCall, margin: string): string {
  const params = literal(paramsOf(call), python, margin);
  if (call.method === "batch") return `bitrix.call_batch(${params})`;
  return `bitrix.call(${pythonText(call.method)}, ${params}, raw=True)["result"]`;
}

function imports(call: ShownCall): string {
  return call.method === "batch" && needsBotToken(call) ? "import os, urllib.parse" : "import os";
}

const install = "pip install fast-bitrix24";

/** \`raw=True\`: without it even one call goes through a batch. */
export const fastBitrix24: SnippetClient = {
  id: "fastBitrix24",
  label: "fast_bitrix24",
  languages: ["python"],
  limits: ["losesPortalCode"],
  // In a batch the names are text that it does not touch.
  misfitOf: (call) => (call.method.startsWith("imbot.v2.") ? "lowersMethodNames" : undefined),
  call: (call) =>
    `# ${mustBeSet(call, `${install}.`)}
${imports(call)}
from fast_bitrix24 import Bitrix

bitrix = Bitrix(os.environ["B24_WEBHOOK"])
print(${request(call, "")})
`,
  program: (call) =>
    `# ${mustBeSet(call, `${install}. Of a refusal it leaves the HTTP status alone.`)}
${imports(call)}, json, sys
from aiohttp import ClientResponseError
from fast_bitrix24 import Bitrix

bitrix = Bitrix(os.environ["B24_WEBHOOK"], verbose=False)
try:
    result = ${request(call, "    ")}
except ClientResponseError as error:
    sys.exit(f"HTTP {error.status}")  # its text would hold the webhook
${pythonPrint("result")}`,
};

import { paramsOf, needsBotToken, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { literal } from "../languages/literal";
import { python, pythonText } from "../languages/python";

function imports(call: ShownCall, more: string): string {
  const parse = call.method === "batch" && needsBotToken(call) ? "urllib.parse, " : "";
  return `import json, os, ${more}urllib.error, ${parse}urllib.request`;
}

function request(call: ShownCall, webhook: string): string {
  return `request = urllib.request.Request(
    ${webhook}.rstrip("/") + ${pythonText(`/${call.method}`)},
    data=json.dumps(${literal(paramsOf(call), python, "    ")}).encode(),
    headers={"Content-Type": "application/json", "Accept": "application/json"},
)`;
}

export const pythonUrllib: SnippetClient = {
  id: "python",
  label: "Python (urllib)",
  languages: ["python"],
  call: (call) =>
    `# ${mustBeSet(call)}
${imports(call, "")}

${request(call, 'os.environ["B24_WEBHOOK"]')}
try:
    with urllib.request.urlopen(request, timeout=30) as answer:
        reply = json.load(answer)
except urllib.error.HTTPError as error:
    reply = json.load(error)  # refusals are JSON too
if "error" in reply:
    raise RuntimeError(f'{reply["error"]}: {reply.get("error_description", "")}')
print(reply["result"])
`,
  program: (call) =>
    `# ${mustBeSet(call, "Runs with Python 3.")}
${imports(call, "sys, ")}

webhook = os.environ.get("B24_WEBHOOK") or sys.exit("B24_WEBHOOK is not set")
${request(call, "webhook")}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None  # that of a renamed portal would lose the parameters


try:
    with urllib.request.build_opener(NoRedirect).open(request, timeout=30) as answer:
        text = answer.read()
except urllib.error.HTTPError as error:
    text = error.read()  # refusals are JSON too
except urllib.error.URLError as error:
    sys.exit(f"The portal did not answer: {error.reason}")
try:
    reply = json.loads(text)
except ValueError:
    sys.exit("The portal did not answer with JSON")
if "error" in reply:
    sys.exit(f'{reply["error"]}: {reply.get("error_description", "")}')
${call.method === "batch" ? several : one}`,
};

export function pythonPrint(result: string): string {
  return `print(json.dumps(${result}, ensure_ascii=False, indent=2))\n`;
}

const one = pythonPrint('reply["result"]');

/** A list where no call was refused: portals write an empty map so. */
const several = `${pythonPrint('reply["result"]["result"]')}refused = reply["result"]["result_error"]
if refused:
    sys.exit("\\n".join(f'{name}: {error["error"]}' for name, error in refused.items()))
`;

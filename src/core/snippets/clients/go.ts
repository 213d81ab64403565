import { needsBotToken, paramsOf, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { goNotation, goText } from "../languages/go";
import { literal } from "../languages/literal";

const map = goNotation("map[string]any");

/** The error of a request holds the address, and the address the secret: it is not printed. */
function request(call: ShownCall, webhook: string, margin: string): string {
  const lines = `body, err := json.Marshal(${literal(paramsOf(call), map)})
if err != nil {
	log.Fatal(err)
}
answer, err := http.Post(${webhook}+${goText(`/${call.method}`)}, "application/json", bytes.NewReader(body))
if err != nil {
	log.Fatal("the portal did not answer") // err holds the webhook
}
defer answer.Body.Close()
var reply struct {
	Result      json.RawMessage \`json:"result"\`
	Error       any             \`json:"error"\`
	Description string          \`json:"error_description"\`
}
if err := json.NewDecoder(answer.Body).Decode(&reply); err != nil {
	log.Fatal(answer.Status, ", no JSON")
}
if reply.Error != nil {
	log.Fatal(reply.Error, ": ", reply.Description)
}`;
  return lines.replaceAll("\n", `\n${margin}`);
}

const shownWebhook = `strings.TrimRight(os.Getenv("B24_WEBHOOK"), "/")`;

function imports(call: ShownCall): readonly string[] {
  const escape = call.method === "batch" && needsBotToken(call) ? ["net/url"] : [];
  return ["bytes", "encoding/json", "fmt", "log", "net/http", ...escape, "os", "strings"];
}

export const goHttp: SnippetClient = {
  id: "go",
  label: "Go (net/http)",
  languages: ["go"],
  call: (call) =>
    `// ${mustBeSet(call, `Imports ${imports(call).join(", ")}.`)}
${request(call, shownWebhook, "")}
fmt.Println(string(reply.Result))
`,
  program: (call) =>
    `// ${mustBeSet(call, "Run with: go run call.go")}
package main

import (
${[...imports(call), "time"].map((name) => `\t"${name}"\n`).join("")})

func main() {
	log.SetFlags(0)
	http.DefaultClient.Timeout = 30 * time.Second
	http.DefaultClient.CheckRedirect = func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse // that of a renamed portal would lose the parameters
	}
	webhook := strings.TrimRight(os.Getenv("B24_WEBHOOK"), "/")
	if webhook == "" {
		log.Fatal("B24_WEBHOOK is not set")
	}
	${request(call, "webhook", "\t")}
	${call.method === "batch" ? goBatch.replaceAll("\n", "\n\t") : one}
}
`,
};

const one = "fmt.Println(string(reply.Result))";

/** A list where nothing was refused: portals write an empty map so, and it does not fit into the map. */
export const goBatch = `var batch struct {
	Result json.RawMessage \`json:"result"\`
	Errors json.RawMessage \`json:"result_error"\`
}
if err := json.Unmarshal(reply.Result, &batch); err != nil {
	log.Fatal(err)
}
fmt.Println(string(batch.Result))
var refused map[string]struct {
	Error any \`json:"error"\`
}
if json.Unmarshal(batch.Errors, &refused) == nil {
	for name, failure := range refused {
		log.Print(name, ": ", failure.Error)
	}
	if len(refused) > 0 {
		os.Exit(1)
	}
}`;

import { needsBotToken, paramsOf, type ShownCall } from "../../portal/methodCall";
import { mustBeSet, type SnippetClient } from "../client";
import { goNotation, goText } from "../languages/go";
import { literal } from "../languages/literal";
import { goBatch } from "./go";

const params = goNotation("b24.Params");

/** Reads may be sent again when a connection broke: \`WithIdempotent\`. */
function request(call: ShownCall, margin: string): string {
  return `client := b24.NewClient(os.Getenv("B24_WEBHOOK"))
${margin}reply, err := client.Core().Call(${["context.Background()", goText(call.method), literal(paramsOf(call), params, margin), "b24.WithIdempotent()"].join(", ")})
${margin}var failure *b24.APIError
${margin}if errors.As(err, &failure) {
${margin}	log.Fatal(failure.Code, ": ", failure.Description)
${margin}} else if err != nil {
${margin}	log.Fatal("the portal did not answer")
${margin}}`;
}

function imports(call: ShownCall): readonly string[] {
  const isBatch = call.method === "batch";
  const json = isBatch ? ["encoding/json"] : [];
  const escape = isBatch && needsBotToken(call) ? ["net/url"] : [];
  return ["context", ...json, "errors", "fmt", "log", ...escape, "os"];
}

const install = "go get github.com/bitrix24/b24gosdk";

export const b24gosdk: SnippetClient = {
  id: "b24gosdk",
  label: "b24gosdk",
  languages: ["go"],
  call: (call) =>
    `// ${mustBeSet(
      call,
      `${install}. Imports ${imports({ ...call })
        .filter((name) => name !== "encoding/json")
        .join(", ")} and b24.`,
    )}
${request(call, "")}
fmt.Println(string(reply.Result))
`,
  program: (call) =>
    `// ${mustBeSet(call, `${install}; go run .`)}
package main

import (
${imports(call)
  .map((name) => `\t"${name}"\n`)
  .join("")}
	b24 "github.com/bitrix24/b24gosdk"
)

func main() {
	log.SetFlags(0)
	${request(call, "\t")}
	${call.method === "batch" ? goBatch.replaceAll("\n", "\n\t") : "fmt.Println(string(reply.Result))"}
}
`,
};

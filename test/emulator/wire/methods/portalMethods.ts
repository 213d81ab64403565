import { isTrue } from "../../../../src/demo/methods/portalMethods";
import type { Call, MethodDefinition } from "../../../../src/demo/portal/call";
import type { DemoState } from "../../../../src/demo/portal/demoState";
import { answer, type Outcome } from "../../../../src/demo/portal/outcome";
import { textOf } from "../../../../src/demo/portal/parameters";
import { portalDate } from "../../../../src/demo/base/portalTime";

/** What else a webhook may ask about itself and the portal. */
export const morePortalMethods: readonly MethodDefinition[] = [
  { name: "methods", scopes: [], handle: listMethods },
  { name: "server.time", scopes: [], handle: (_call, state) => answer(portalDate(state.now())) },
  { name: "user.current", scopes: ["user", "user_brief", "user_basic"], handle: currentUser },
];

function listMethods(call: Call, state: DemoState): Outcome {
  const wanted = textOf(call.parameters["scope"]);
  const listed = state.methods.all.filter(({ name, scopes }) => {
    if (!state.traits.hasMethod(name)) return false;
    if (wanted !== undefined) return wanted === "" ? scopes.length === 0 : scopes.includes(wanted);
    const isGranted = scopes.length === 0 || scopes.some((one) => call.grantedScopes.includes(one));
    return isGranted || isTrue(call.parameters["full"]);
  });
  return answer(listed.map(({ name }) => name.toLowerCase()));
}

function currentUser({ caller }: Call): Outcome {
  return answer({
    ID: String(caller.id),
    ACTIVE: caller.isActive,
    NAME: caller.firstName,
    LAST_NAME: caller.lastName,
    WORK_POSITION: caller.workPosition ?? "",
  });
}

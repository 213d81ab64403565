import type { Call } from "../portal/call";
import type { DemoState } from "../portal/demoState";
import type { Json } from "../base/json";
import { answer, refuse, type Outcome } from "../portal/outcome";
import { textOf } from "../portal/parameters";
import { allScopes } from "../portal/webhooks";
import { personAvatarUrl } from "../records/avatarUrl";

export function profile({ caller }: Call, state: DemoState): Outcome {
  const photo = personAvatarUrl(caller, state);
  return answer({
    ID: String(caller.id),
    ADMIN: caller.isAdmin,
    NAME: caller.firstName,
    LAST_NAME: caller.lastName,
    PERSONAL_GENDER: caller.gender,
    TIME_ZONE: "",
    ...(photo === "" ? {} : { PERSONAL_PHOTO: photo }),
  });
}

export function scope(call: Call): Outcome {
  if (isTrue(call.parameters["full"])) return answer(allScopes);
  // A webhook without any scope answers one empty name.
  return answer(call.grantedScopes.length === 0 ? [""] : call.grantedScopes);
}

export function describeMethod(call: Call, state: DemoState): Outcome {
  const name = textOf(call.parameters["name"]) ?? "";
  if (name === "") {
    const missing = refuse(400, "ERROR_ARGUMENT", "Argument 'name' is null or empty");
    return { ...missing, extra: { argument: "name" } };
  }
  const method = state.methods.findInAnyCase(name);
  const isExisting = method !== undefined && state.traits.hasMethod(method.name);
  return answer({
    isExisting,
    isAvailable:
      isExisting &&
      (method.scopes.length === 0 || method.scopes.some((one) => call.grantedScopes.includes(one))),
  });
}

export function appInfo(call: Call): Outcome {
  return answer({ SCOPE: call.grantedScopes, LICENSE: "de_pro100" });
}

export function isTrue(value: Json | undefined): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}

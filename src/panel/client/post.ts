import type { Requests } from "./base/context";
import type { PageIdentity, PanelToHost } from "../protocol/panelMessages";

interface VsCodeApi {
  postMessage(message: PanelToHost): void;
  setState(state: PageIdentity): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's only way out. */
export interface Host {
  /** The only caller of `postMessage`, which itself would accept anything. */
  post(message: PanelToHost): void;
  /** What is left after a restart of VS Code: what this was about, nothing of what it said. */
  keepIdentity(identity: PageIdentity): void;
}

/** May be called once: VS Code hands its API out once. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post(message) {
      api.postMessage(message);
    },
    keepIdentity(identity) {
      api.setState(identity);
    },
  };
}

export function requestsTo(host: Host): Requests {
  return {
    act: (action, argument) => {
      host.post({ type: "act", action, ...(argument === undefined ? {} : { argument }) });
    },
    copy: (key) => {
      host.post({ type: "copyValue", key });
    },
    runProbe: (id) => {
      host.post({ type: "runProbe", id });
    },
    cancelProbe: (id) => {
      host.post({ type: "cancelProbe", id });
    },
  };
}

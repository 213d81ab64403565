import type { PanelIdentity, PanelToHost } from "../protocol/panelMessages";

interface VsCodeApi {
  postMessage(message: PanelToHost): void;
  setState(state: PanelIdentity): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's only way out. */
export interface Host {
  /** The only caller of `postMessage`, which itself would accept anything. */
  post(message: PanelToHost): void;
  /** What is left after a restart of VS Code: which dialog this was, nothing of what it said. */
  keepIdentity(identity: PanelIdentity): void;
}

/** May be called once: VS Code hands its API out once. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post(message) {
      api.postMessage(message);
    },
    keepIdentity({ portalId, dialogId }) {
      api.setState({ portalId, dialogId });
    },
  };
}

// Runs in the browser before the page: what VS Code gives to a webview, and a record of what it does.
window.seen = { posted: [], states: [], violations: [], longestTaskMs: 0 };
let taken = false;
window.acquireVsCodeApi = () => {
  if (taken) throw new Error("acquireVsCodeApi was called twice");
  taken = true;
  return {
    postMessage: (message) => window.seen.posted.push(structuredClone(message)),
    setState: (state) => window.seen.states.push(structuredClone(state)),
    getState: () => window.seen.states.at(-1),
  };
};
document.addEventListener("securitypolicyviolation", (event) => {
  window.seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    window.seen.longestTaskMs = Math.max(window.seen.longestTaskMs, duration);
  }
}).observe({ type: "longtask", buffered: true });

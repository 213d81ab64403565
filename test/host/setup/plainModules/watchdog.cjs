// Stands in for VS Code's native watchdog, which npm delivers as C++: an extension host ends with its server.
const everyMs = 1_000;

exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, everyMs).unref();
};

exports.exit = (code) => process.exit(code || 0);

// Stands in for @vscode/spdlog, the log files of VS Code, which npm delivers as C++. An ES import sees only what is
// assigned to `exports` by name.
const { closeSync, mkdirSync, openSync, writeSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical", "off"];
let levelOfAll = 2;

class Logger {
  constructor(_type, _name, file) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = openSync(file, "a");
    this.level = levelOfAll;
    this.hasPrefix = true;
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {
    this.hasPrefix = true;
  }

  clearFormatters() {
    this.hasPrefix = false;
  }

  // Every line is in the file at once.
  flush() {}

  drop() {
    if (this.file === undefined) return;
    closeSync(this.file);
    this.file = undefined;
  }

  write(level, text) {
    if (level < this.level || this.file === undefined) return;
    const time = new Date().toISOString().replace("T", " ").replace("Z", "");
    writeSync(this.file, this.hasPrefix ? `${time} [${levels[level]}] ${text}\n` : text);
  }
}

["trace", "debug", "info", "warn", "error", "critical"].forEach((method, level) => {
  Logger.prototype[method] = function log(text) {
    this.write(level, text);
  };
});

exports.version = 0;
exports.setLevel = (level) => {
  levelOfAll = level;
};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger("rotating", name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger("rotating_async", name, file);

// Stands in for the hashes of code-server's passwords, which npm delivers as C++. It is started with `--auth none`.
const refuse = async () => {
  throw new Error("This code-server knows no passwords: start it with --auth none.");
};

exports.hash = refuse;
exports.verify = refuse;

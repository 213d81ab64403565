/**
 * What strangers may call a chat or themselves, and what portals and proxies may say: each would be markup, a link, a
 * command, an icon or a disguise on some surface.
 */
export const hostileTexts: readonly string[] = [
  "[click](command:workbench.action.quit)",
  "[click](https://evil.example)",
  "![x](https://evil.example/p.png)",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<a href='command:workbench.action.quit'>x</a>",
  "</script><style>*{display:none}</style>",
  "$(trash) $(warning~spin)",
  "&lt;b&gt;bold&lt;/b&gt; &amp;lt;i&amp;gt;",
  "[b]bold[/b] [URL=javascript:alert(1)]x[/URL]",
  "https://evil.example/?q=command:quit",
  "javascript:alert(1)",
  "vscode://file/etc/passwd",
  "**bold** _it_ `code` ~~no~~ # heading",
  "a\u202Egnp.exe \u2066hidden\u2069",
  "zero\u200Bwidth \uFEFF \u0007 \u001B[31mred",
  "two\nlines\r\nand\ttabs",
  "{0} {1} ${env:HOME} %s %d",
  "\ud800 half a pair",
  "👩‍👩‍👧‍👦 ".repeat(40),
  "x".repeat(3_000),
  "z̸̡̢".repeat(30),
  "constructor",
  "__proto__",
  "",
  " ",
];

/** A style sheet beside its component: esbuild joins them into the page's one style. */
declare module "*.css";

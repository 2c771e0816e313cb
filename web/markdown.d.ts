/** A page of the documentation, as HTML (the plugin in vite.config.ts). */
declare module '*.md' {
  const html: string;
  export default html;
}

declare module "virtual:embedded" {
  /** Gzipped and in base64. */
  export const embedded: { worker: string; engine: string; regions: Record<string, string>; list: import("./context").Region[] };
}

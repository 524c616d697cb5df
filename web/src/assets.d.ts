declare module "virtual:embedded" {
  /** Gzipped, each five digits four bytes. */
  export const embedded: { digits: string; worker: string; engine: string; regions: Record<string, string>; list: import("./context").Region[] };
}

/* The worker that holds the engine. */
import { serve } from "huisuan";

serve(globalThis as unknown as Parameters<typeof serve>[0]);

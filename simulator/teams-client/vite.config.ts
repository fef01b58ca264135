import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The Teams client of the simulator; the simulator's plain-http listener serves what this builds. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // A local teaching tool: one bundle, never loaded over a network.
    chunkSizeWarningLimit: 2000,
  },
});

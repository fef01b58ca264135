import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstPageGuard } from "./first-page-guard.ts";

export default defineConfig({
  base: "/",
  plugins: [react(), firstPageGuard()],
  build: {
    outDir: "dist",
    target: "es2022",
    // Every asset is a file of its own: the backend's content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      onwarn(warning, warn) {
        // Fluent marks each file "use client" for server components, which a browser bundle has none of.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
      output: {
        // What every page needs comes as one file: it compresses better than thirty, and needs one round trip.
        codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
      },
    },
  },
});

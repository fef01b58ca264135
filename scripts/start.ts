import { runProduct } from "./start/run-product.ts";

process.exitCode = await runProduct({ watch: false });

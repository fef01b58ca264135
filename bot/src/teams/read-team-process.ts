import { openBotClient } from "../accounts/entra-client.ts";
import { readConfig } from "../config.ts";
import { openLog } from "../log.ts";
import { openCallNotes } from "../metrics/note-call.ts";
import { openBotAdapter } from "./bot-adapter.ts";
import { readInstallation } from "./read-installation.ts";

/**
 * A process of its own that reads one team after the other and ends with the backend or when that has asked for none
 * in a while: teamsfx, past its own end of support, takes 70 MB that the backend would otherwise keep for a few reads
 * a day.
 */
const config = readConfig(process.env);
const log = openLog(config.LOG_LEVEL);
// Its measurements would end with it.
const noteCall = openCallNotes({ log, noteTiming: () => undefined });
const adapter = openBotAdapter(
  config,
  openBotClient({ config, log, noteCall }),
);

process.on("message", (conversationReference: unknown) => {
  readInstallation({
    adapter,
    botId: config.BOT_ID,
    tenantId: config.AAD_APP_TENANT_ID,
    conversationReference,
  })
    .then(
      (team) => ({ ok: true, team }),
      (error: unknown) => ({
        ok: false,
        message: error instanceof Error ? error.message : String(error),
      }),
    )
    .then((answer) => void process.send?.(answer))
    .catch(() => process.exit(1));
});
process.on("disconnect", () => process.exit(1));

/** The teams-js version up to which this host answers as Teams does. */
const clientSupportedSdkVersion = "2.58.0";

/**
 * What this host can do, in the form that teams-js reads (IRuntime, version 4).
 * Only what is really answered is listed, so that `isSupported()` tells the
 * truth and an app takes its fallback for the rest.
 */
const hostRuntime = {
  apiVersion: 4,
  hostVersionsInfo: {
    adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 },
  },
  isLegacyTeams: false,
  supports: { pages: { config: {}, currentApp: {} }, people: {} },
};

/** Where a page of the app is shown (teams-js: FrameContexts). */
export type FrameContext = "content" | "settings" | "authentication";

/** The reply to `initialize`: [frameContext, clientType, runtime, clientSupportedSDKVersion]. */
export function initializeReply(frameContext: FrameContext): unknown[] {
  return [
    frameContext,
    "web",
    JSON.stringify(hostRuntime),
    clientSupportedSdkVersion,
  ];
}

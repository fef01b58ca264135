import { makeStyles } from "@fluentui/react-components";
import type { ReactNode, RefObject } from "react";
import { useWorld } from "../api/world.tsx";
import type { AppPhase } from "./answer-request.ts";
import { AppVeil } from "./AppVeil.tsx";

const useStyles = makeStyles({
  place: { position: "relative", height: "100%", minHeight: 0 },
  frame: { width: "100%", height: "100%", border: 0, display: "block" },
});

/** The frame with a page of the app, veiled until that is ready. */
export function AppWindow({
  frame,
  ...props
}: {
  frame: RefObject<HTMLIFrameElement | null>;
  url: string;
  title: string;
  phase: AppPhase;
  onReload: () => void;
  /** What lies over it. */
  children?: ReactNode;
}) {
  const styles = useStyles();
  const { app } = useWorld();
  return (
    <div className={styles.place}>
      <iframe
        ref={frame}
        className={styles.frame}
        title={props.title}
        src={props.url}
        // As Teams on the web frames its apps: they may not steer the top window.
        sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock"
        allow="clipboard-read; clipboard-write"
      />
      <AppVeil
        phase={props.phase}
        appName={app.name}
        onReload={props.onReload}
      />
      {props.children}
    </div>
  );
}

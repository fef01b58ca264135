import { useState } from "react";
import { AppFrame, type AppFrameProps } from "./AppFrame.tsx";

/** The frame for exactly this person and page: another one, or "Try again", loads it anew. */
export function HostedTab(props: AppFrameProps) {
  const [attempt, setAttempt] = useState(0);
  const channel = props.place.kind === "channel" ? props.place.channel.id : "";
  const key = JSON.stringify([
    props.person.id,
    props.tab.entityId,
    props.tab.contentUrl,
    channel,
    props.subPageId,
    attempt,
  ]);
  return (
    <AppFrame
      key={key}
      {...props}
      onReload={() => setAttempt((value) => value + 1)}
    />
  );
}

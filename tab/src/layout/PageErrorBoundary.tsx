import { Component, type ReactNode } from "react";
import { ApiError } from "../api-client/api-error.ts";
import { Failure } from "./Failure.tsx";

/**
 * Keeps the header when a page breaks, most likely because its code could not be loaded.
 * A class, because React catches errors of rendering in classes alone.
 */
export class PageErrorBoundary extends Component<
  { children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate() {
    // A part that was not loaded is asked for again with the page alone.
    if (this.state.broken)
      window.addEventListener("online", () => window.location.reload(), {
        once: true,
      });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const error = new ApiError({
      status: 0,
      code: "pageBroken",
      message:
        "This page could not be shown. Check your connection and try again.",
    });
    return (
      <main>
        <Failure error={error} onRetry={() => window.location.reload()} />
      </main>
    );
  }
}

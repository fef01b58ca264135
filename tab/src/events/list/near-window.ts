type Tell = (isNear: boolean, height: number) => void;

/** So far from the window something is near: far enough that scrolling does not meet what is not drawn yet. */
const margin = "1200px 0px";

const told = new WeakMap<Element, Tell>();
let observer: IntersectionObserver | null = null;

/**
 * Tells whether an element is near the window, at first and at each change, with its height in pixels.
 * @returns what ends it
 */
export function watchNear(element: Element, tell: Tell): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries)
        told.get(target)?.(isIntersecting, boundingClientRect.height);
    },
    // The body is what scrolls, and only for what scrolls itself does the margin count.
    { root: document.body, rootMargin: margin },
  );
  told.set(element, tell);
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    told.delete(element);
  };
}

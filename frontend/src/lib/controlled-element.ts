/**
 * A custom element on server-rendered HTML: listeners added with `this.signal` go away with the element.
 */
export abstract class ControlledElement extends HTMLElement {
  private controller = new AbortController();

  /** Ends when the element leaves the page. */
  protected get signal(): AbortSignal {
    return this.controller.signal;
  }

  connectedCallback(): void {
    this.controller = new AbortController();
    this.connected();
  }

  disconnectedCallback(): void {
    this.controller.abort();
  }

  /** Sets the element up, each time it enters a page. */
  protected abstract connected(): void;
}

/** Puts HTML on the page, all at once as browsers do, and returns one element of it. */
export function show<T extends Element = HTMLElement>(html: string, selector: string): T {
  const template = document.createElement('template');
  template.innerHTML = html;
  document.body.replaceChildren(document.importNode(template.content, true));
  return find<T>(selector);
}

/** The element that must be on the page. */
export function find<T extends Element = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) {
    throw new Error(`no ${selector} on the page`);
  }
  return element;
}

/** Presses a key on an element. */
export function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    composed: true,
    ...init,
  });
  target.dispatchEvent(event);
  return event;
}

import { announce } from '../lib/announce';
import { ControlledElement } from '../lib/controlled-element';

const PAUSE_MS = 2000;

let last = '';
let next: ReturnType<typeof setTimeout> | undefined;
let silentUntil = 0;

/**
 * Says `data-text` to screen readers when it enters the page with another text than the one before; at most once in
 * two seconds, and then the latest.
 */
export class Said extends ControlledElement {
  protected override connected(): void {
    const text = this.dataset['text'] ?? '';
    if (text === last) {
      return;
    }
    last = text;
    clearTimeout(next);
    next = setTimeout(
      () => {
        silentUntil = Date.now() + PAUSE_MS;
        announce(text);
      },
      Math.max(0, silentUntil - Date.now()),
    );
  }
}

import { announce } from '../lib/announce';
import { ControlledElement } from '../lib/controlled-element';

/**
 * Copies `data-text`, the text of the element that `data-from` selects, or with `data-page` the address of the page,
 * when its button is pressed; the button then says `data-done` for two seconds.
 */
export class CopyButton extends ControlledElement {
  protected override connected(): void {
    this.addEventListener('click', () => void this.copy(), { signal: this.signal });
  }

  private async copy(): Promise<void> {
    const label = this.querySelector('[data-label]') ?? this.querySelector('button');
    const done = this.dataset['done'] ?? '';
    if (!label || label.textContent === done) {
      return;
    }
    await navigator.clipboard.writeText(this.text());
    const rest = label.textContent;
    label.textContent = done;
    announce(done);
    setTimeout(() => {
      label.textContent = rest;
    }, 2000);
  }

  private text(): string {
    if (this.dataset['page'] !== undefined) {
      return location.href;
    }
    const from = this.dataset['from'];
    return this.dataset['text'] ?? (from && document.querySelector(from)?.textContent) ?? '';
  }
}

import { ControlledElement } from '../lib/controlled-element';

/**
 * Boxes that must all be ticked before the form's button with `data-needs-acks` can be pressed. Without script the
 * browser itself asks for them, since they are `required`. `data-left` with `{n}` says how many are left.
 */
export class Acks extends ControlledElement {
  protected override connected(): void {
    const check = (): void => {
      this.check();
    };
    this.addEventListener('change', check, { signal: this.signal });
    document.addEventListener('htmx:afterSettle', check, { signal: this.signal });
    window.addEventListener('pageshow', check, { signal: this.signal });
    this.check();
  }

  private check(): void {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('[data-ack]')];
    const left = boxes.filter((box) => !box.checked).length;
    const button = this.closest('form')?.querySelector<HTMLElement>('[data-needs-acks]');
    if (left > 0) {
      button?.setAttribute('aria-disabled', 'true');
    } else {
      button?.removeAttribute('aria-disabled');
    }
    const text = this.querySelector<HTMLElement>('[data-acks-left]');
    if (text) {
      text.textContent = left > 0 ? (this.dataset['left'] ?? '').replace('{n}', String(left)) : '';
    }
  }
}

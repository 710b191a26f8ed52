import { ControlledElement } from '../lib/controlled-element';

/**
 * Says on the page when a request of htmx failed: `data-unreachable` when there was no answer, `data-failed`
 * (with `{status}`) when the server refused or broke. An ended session reloads the page, which leads to sign-in.
 */
export class RequestErrors extends ControlledElement {
  protected override connected(): void {
    const on = (name: string, listener: (event: Event) => void): void => {
      document.body.addEventListener(name, listener, { signal: this.signal });
    };
    on('htmx:sendError', () => {
      this.show(this.dataset['unreachable'] ?? '');
    });
    on('htmx:timeout', () => {
      this.show(this.dataset['unreachable'] ?? '');
    });
    on('htmx:responseError', (event) => {
      this.failed((event as CustomEvent<{ xhr: XMLHttpRequest }>).detail.xhr);
    });
    on('htmx:afterSwap', () => {
      this.show('');
    });
  }

  private failed(xhr: XMLHttpRequest): void {
    if (xhr.status === 401) {
      location.reload();
      return;
    }
    this.show((this.dataset['failed'] ?? '').replace('{status}', String(xhr.status)));
  }

  private show(sentence: string): void {
    const box = this.querySelector<HTMLElement>('[role="alert"]');
    const text = this.querySelector<HTMLElement>('[data-text]');
    if (box && text) {
      text.textContent = sentence;
      box.hidden = sentence === '';
    }
  }
}

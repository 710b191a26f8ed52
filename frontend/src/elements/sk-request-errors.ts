import { ControlledElement } from '../lib/controlled-element';

/**
 * Says on the page when a request of htmx failed: `data-unreachable` when there was no answer, the server's own
 * sentences, or `data-failed` (with `{status}`). When the sign-in has ended it says `data-ended` and shows the link
 * to sign in elsewhere; the page stays, with all that was typed.
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
      this.show(this.dataset['ended'] ?? '', true);
      return;
    }
    this.show(detail(xhr) ?? (this.dataset['failed'] ?? '').replace('{status}', String(xhr.status)));
  }

  private show(sentence: string, ended = false): void {
    const box = this.querySelector<HTMLElement>('[role="alert"]');
    const text = this.querySelector<HTMLElement>('[data-text]');
    const link = this.querySelector<HTMLElement>('[data-sign-in]');
    if (box && text) {
      text.textContent = sentence;
      box.hidden = sentence === '';
    }
    if (link) {
      link.hidden = !ended;
    }
  }
}

function detail(xhr: XMLHttpRequest): string | undefined {
  if (!xhr.getResponseHeader('Content-Type')?.startsWith('application/problem+json')) {
    return undefined;
  }
  try {
    const problem = JSON.parse(xhr.responseText) as { detail?: unknown };
    return typeof problem.detail === 'string' && problem.detail !== '' ? problem.detail : undefined;
  } catch {
    return undefined;
  }
}

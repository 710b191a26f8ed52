import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CopyButton } from '../src/elements/sk-copy-button';
import { RequestErrors } from '../src/elements/sk-request-errors';
import { Theme } from '../src/elements/sk-theme';
import { clock, isoDate, LocalTime } from '../src/elements/sk-time';
import { installBusyButtons } from '../src/lib/busy';
import { find, show } from './page';

beforeAll(() => {
  customElements.define('sk-copy-button', CopyButton);
  customElements.define('sk-request-errors', RequestErrors);
  customElements.define('sk-theme', Theme);
  customElements.define('sk-time', LocalTime);
});

describe('sk-copy-button', () => {
  const written: string[] = [];

  beforeEach(() => {
    written.length = 0;
    vi.stubGlobal('navigator', {
      clipboard: {
        writeText: (text: string) => {
          written.push(text);
          return Promise.resolve();
        },
      },
    });
  });

  it('copies its text and says so', async () => {
    const button = show(
      '<sk-copy-button data-text="kubectl get vs" data-done="Copied"><button>Copy</button></sk-copy-button>',
      'button',
    );
    button.click();

    await vi.waitFor(() => {
      expect(button.textContent).toBe('Copied');
    });
    expect(written).toEqual(['kubectl get vs']);
  });

  it('copies the text of another element', async () => {
    show(
      '<pre id="y">kind: X</pre><sk-copy-button data-from="#y"><button>Copy</button></sk-copy-button>',
      'button',
    ).click();

    await vi.waitFor(() => {
      expect(written).toEqual(['kind: X']);
    });
  });
});

describe('sk-time', () => {
  it("shows the time in the reader's zone, with the whole in the tooltip", () => {
    const instant = new Date('2026-02-11T12:04:31Z');
    const time = show<HTMLTimeElement>(
      '<sk-time data-style="both"><time datetime="2026-02-11T12:04:31Z">x</time></sk-time>',
      'time',
    );

    expect(time.textContent).toBe(`${isoDate(instant)} ${clock(instant)}`);
    expect(time.title).toContain('2026');
  });

  it('leaves what is not a time as it is', () => {
    expect(show('<sk-time><time datetime="soon">soon</time></sk-time>', 'time').textContent).toBe('soon');
  });
});

describe('sk-theme', () => {
  it('steps from system to light to dark and keeps the choice', () => {
    delete document.documentElement.dataset['bsTheme'];
    const button = show(
      '<sk-theme data-system="System" data-light="Light" data-dark="Dark"><button></button></sk-theme>',
      'button',
    );
    button.click();
    button.click();

    expect(document.documentElement.dataset['bsTheme']).toBe('dark');
    expect(document.cookie).toContain('sekisho-theme=dark');
    expect(button.getAttribute('aria-label')).toBe('Dark');
  });
});

describe('sk-request-errors', () => {
  const page = `<sk-request-errors data-unreachable="Not reached" data-failed="Failed ({status})" data-ended="Ended">
    <div role="alert" hidden><span data-text></span><a data-sign-in hidden></a></div></sk-request-errors>`;
  const answer = (status: number, type: string, responseText: string): object => ({
    xhr: { status, responseText, getResponseHeader: () => type },
  });
  const happens = (name: string, detail = {}): void => {
    document.body.dispatchEvent(new CustomEvent(name, { detail }));
  };

  it('says that there was no answer, and takes it back after the next one', () => {
    const alert = show(page, '[role="alert"]');
    happens('htmx:sendError');
    expect([alert.hidden, alert.textContent]).toEqual([false, 'Not reached']);

    happens('htmx:afterSwap');
    expect(alert.hidden).toBe(true);
  });

  it('says what the server answered', () => {
    const alert = show(page, '[role="alert"]');
    happens('htmx:responseError', answer(503, 'text/html', '<p>'));
    expect(alert.textContent).toBe('Failed (503)');

    happens('htmx:responseError', answer(503, 'application/problem+json', '{"detail":"Not now"}'));
    expect(alert.textContent).toBe('Not now');

    happens('htmx:responseError', answer(500, 'application/problem+json', 'cut off'));
    expect(alert.textContent).toBe('Failed (500)');
  });

  it('keeps the page and offers to sign in when the sign-in has ended', () => {
    const alert = show(page, '[role="alert"]');
    happens('htmx:responseError', answer(401, 'application/problem+json', '{"detail":"Signed out"}'));
    expect([alert.textContent, find('[data-sign-in]').hidden]).toEqual(['Ended', false]);

    happens('htmx:responseError', answer(503, 'text/html', ''));
    expect(find('[data-sign-in]').hidden).toBe(true);
  });
});

describe('busy buttons', () => {
  const submit = (button: HTMLButtonElement): SubmitEvent => {
    const event = new SubmitEvent('submit', { submitter: button, bubbles: true, cancelable: true });
    find('form').dispatchEvent(event);
    return event;
  };

  it('say that they are busy and cannot be pressed twice', () => {
    const button = show<HTMLButtonElement>(
      '<form><button data-busy="Sending…">Send</button></form>',
      'button',
    );
    installBusyButtons(document);

    expect(submit(button).defaultPrevented).toBe(false);
    expect([button.getAttribute('aria-busy'), button.textContent]).toEqual(['true', 'Sending…']);
    expect(submit(button).defaultPrevented).toBe(true);
  });

  it('are free again when the page comes back', () => {
    const button = show<HTMLButtonElement>(
      '<form><button data-busy="Sending…">Send</button></form>',
      'button',
    );
    submit(button);
    window.dispatchEvent(new Event('pageshow'));

    expect([button.hasAttribute('aria-busy'), button.textContent]).toEqual([false, 'Send']);
  });

  it('that are off do nothing', () => {
    const button = show<HTMLButtonElement>(
      '<form><button data-busy="Sending…" aria-disabled="true">Send</button></form>',
      'button',
    );

    expect(submit(button).defaultPrevented).toBe(true);
  });
});

import { ControlledElement } from '../lib/controlled-element';
import { clock } from './sk-time';

const TOPICS = ['route-table', 'change', 'chain', 'reset'];
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/**
 * The page's one stream of invalidation hints (`data-url`). Each hint becomes an event on the body that htmx can
 * wait for: `sk:change`, and `sk:change:<namespace>/<name>` when the hint names an object. The stream pauses while
 * the page is hidden; after a gap `sk:reset` is sent, since hints may have been missed. The text inside says
 * whether the page is live (`data-live`, `data-lost` with `{time}`).
 */
export class Live extends ControlledElement {
  private source: EventSource | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private gap = false;
  private last = new Date();

  protected override connected(): void {
    document.addEventListener(
      'visibilitychange',
      () => {
        this.turn(!document.hidden);
      },
      { signal: this.signal },
    );
    window.addEventListener(
      'pagehide',
      () => {
        this.turn(false);
      },
      { signal: this.signal },
    );
    window.addEventListener(
      'pageshow',
      () => {
        this.turn(true);
      },
      { signal: this.signal },
    );
    this.turn(!document.hidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.turn(false);
  }

  private turn(on: boolean): void {
    if (on && !this.source) {
      this.open();
    } else if (!on && this.source) {
      clearTimeout(this.retry);
      this.source.close();
      this.source = undefined;
      this.gap = true;
    }
  }

  private open(): void {
    const source = new EventSource(this.dataset['url'] ?? '/api/v1/events');
    this.source = source;
    source.addEventListener('open', () => {
      this.failures = 0;
      this.heard();
      if (this.gap) {
        this.gap = false;
        send('sk:reset', {});
      }
    });
    source.addEventListener('error', () => {
      this.lost(source);
    });
    source.addEventListener('heartbeat', () => {
      this.heard();
    });
    for (const topic of TOPICS) {
      source.addEventListener(topic, (event) => {
        this.hint(topic, String(event.data));
      });
    }
  }

  private hint(topic: string, data: string): void {
    this.heard();
    const detail = parse(data);
    send(`sk:${topic}`, detail);
    if (detail['namespace'] && detail['name']) {
      send(`sk:${topic}:${detail['namespace']}/${detail['name']}`, detail);
    }
  }

  private lost(source: EventSource): void {
    this.gap = true;
    this.say('stale', this.dataset['lost'] ?? '');
    if (source.readyState === EventSource.CLOSED) {
      clearTimeout(this.retry);
      this.retry = setTimeout(
        () => {
          if (this.source === source) {
            this.open();
          }
        },
        RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)],
      );
    }
  }

  private heard(): void {
    this.last = new Date();
    this.say('live', this.dataset['live'] ?? '');
  }

  private say(state: string, text: string): void {
    const indicator = this.querySelector<HTMLElement>('.sk-live');
    if (indicator && indicator.dataset['cluster'] !== 'stale') {
      indicator.dataset['state'] = state;
      indicator.textContent = text.replace('{time}', clock(this.last));
    }
  }
}

function send(name: string, detail: Record<string, string>): void {
  document.body.dispatchEvent(new CustomEvent(name, { detail }));
}

function parse(data: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

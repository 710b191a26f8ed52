const TOPICS = ['route-table', 'change', 'chain', 'reset'];
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/** What a stream of hints tells its owner. */
export interface HintListener {
  /** The server was heard: a hint, a heartbeat, or the stream was opened. */
  heard(): void;
  /** The stream is interrupted; it is opened again by itself. */
  lost(): void;
}

/**
 * Follows the server's stream of invalidation hints. Each hint becomes an event on the body that htmx can wait for:
 * `sk:change`, and `sk:change:<namespace>:<name>` when the hint names an object. After a gap `sk:reset` is sent,
 * since hints may have been missed.
 */
export class HintStream {
  private source: EventSource | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private gap = false;

  constructor(
    private readonly url: string,
    private readonly listener: HintListener,
  ) {}

  /** Opens the stream, or closes it; a closed one has a gap. */
  turn(on: boolean): void {
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
    const source = new EventSource(this.url);
    this.source = source;
    source.addEventListener('open', () => {
      this.opened();
    });
    source.addEventListener('error', () => {
      this.failed(source);
    });
    source.addEventListener('heartbeat', () => {
      this.listener.heard();
    });
    for (const topic of TOPICS) {
      source.addEventListener(topic, (event) => {
        this.hint(topic, String(event.data));
      });
    }
  }

  private opened(): void {
    this.failures = 0;
    this.listener.heard();
    if (this.gap) {
      this.gap = false;
      send('sk:reset', {});
    }
  }

  private hint(topic: string, data: string): void {
    this.listener.heard();
    const detail = parse(data);
    send(`sk:${topic}`, detail);
    if (detail['namespace'] && detail['name']) {
      send(`sk:${topic}:${detail['namespace']}:${detail['name']}`, detail);
    }
  }

  private failed(source: EventSource): void {
    this.gap = true;
    this.listener.lost();
    if (source.readyState !== EventSource.CLOSED) {
      return;
    }
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

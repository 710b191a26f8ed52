import { ControlledElement } from '../lib/controlled-element';
import { HintStream } from '../lib/hint-stream';
import { clock } from './sk-time';

/**
 * Opens the page's one stream of invalidation hints (`data-url`), and pauses it while the page is hidden. The text
 * inside says whether the page is live (`data-live`, `data-lost` with `{time}`).
 */
export class Live extends ControlledElement {
  private stream: HintStream | undefined;
  private last = new Date();

  protected override connected(): void {
    const stream = new HintStream(this.dataset['url'] ?? '/api/v1/events', {
      heard: () => {
        this.last = new Date();
        this.say('live', this.dataset['live'] ?? '');
      },
      lost: () => {
        this.say('stale', this.dataset['lost'] ?? '');
      },
    });
    const turn = (target: EventTarget, name: string, on: () => boolean): void => {
      target.addEventListener(
        name,
        () => {
          stream.turn(on());
        },
        { signal: this.signal },
      );
    };
    turn(document, 'visibilitychange', () => !document.hidden);
    turn(window, 'pagehide', () => false);
    turn(window, 'pageshow', () => true);
    stream.turn(!document.hidden);
    this.stream = stream;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stream?.turn(false);
  }

  private say(state: string, text: string): void {
    const indicator = this.querySelector<HTMLElement>('.sk-live');
    if (indicator && indicator.dataset['cluster'] !== 'stale') {
      indicator.dataset['state'] = state;
      indicator.textContent = text.replace('{time}', clock(this.last));
    }
  }
}

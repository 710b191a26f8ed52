import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live } from '../src/elements/sk-live';
import { find, show } from './page';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 0;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  say(name: string, data = ''): void {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }

  die(): void {
    this.readyState = FakeSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}

const source = (at = -1): FakeSource => {
  const one = FakeSource.opened.at(at);
  if (!one) {
    throw new Error('no stream was opened');
  }
  return one;
};

const indicator = (): HTMLElement => find('.sk-live');

const page = `<sk-live data-url="/events" data-live="Live, {time}" data-lost="Lost, {time}"><span class="sk-live"></span></sk-live>`;

beforeAll(() => {
  vi.stubGlobal('EventSource', FakeSource);
  customElements.define('sk-live', Live);
});

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened = [];
});

afterEach(() => {
  document.body.innerHTML = '';
  vi.useRealTimers();
});

describe('sk-live', () => {
  it('turns a hint into events that name the object', () => {
    show(page, 'sk-live');
    const heard: string[] = [];
    for (const name of ['sk:change', 'sk:change:orders:orders-1']) {
      document.body.addEventListener(name, () => heard.push(name), { once: true });
    }
    source().say('change', '{"namespace":"orders","name":"orders-1"}');

    expect(source().url).toBe('/events');
    expect(heard).toEqual(['sk:change', 'sk:change:orders:orders-1']);
    expect(indicator().dataset['state']).toBe('live');
  });

  it('survives a hint that is not JSON', () => {
    show(page, 'sk-live');
    source().say('chain', 'oops');

    expect(indicator().textContent).toMatch(/^Live, \d\d:\d\d:\d\d$/);
  });

  it('says that the stream is lost, opens it again and asks the page to catch up', () => {
    show(page, 'sk-live');
    let resets = 0;
    document.body.addEventListener('sk:reset', () => resets++, { once: true });
    source().say('open');
    source().die();

    expect(indicator().dataset['state']).toBe('stale');
    expect(FakeSource.opened).toHaveLength(1);

    vi.advanceTimersByTime(2_000);
    expect(FakeSource.opened).toHaveLength(2);
    source().say('open');
    expect(resets).toBe(1);
    expect(indicator().dataset['state']).toBe('live');
  });

  it('leaves it to the browser while that tries again by itself', () => {
    show(page, 'sk-live');
    source().dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(60_000);

    expect(FakeSource.opened).toHaveLength(1);
  });

  it('closes the stream with the element', () => {
    show(page, 'sk-live').remove();

    expect(source().readyState).toBe(FakeSource.CLOSED);
  });

  it("does not call the page live while the server's own picture is old", () => {
    show(
      page.replace('class="sk-live"', 'class="sk-live" data-cluster="stale" data-state="stale"'),
      'sk-live',
    );
    source().say('heartbeat');

    expect(indicator().dataset['state']).toBe('stale');
  });
});

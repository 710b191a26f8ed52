import { ControlledElement } from '../lib/controlled-element';

/**
 * Shows the `<time datetime>` inside it in the reader's own time zone. `data-style` is `time` (default), `date`
 * or `both`; the full date with its time zone is in the tooltip.
 */
export class LocalTime extends ControlledElement {
  protected override connected(): void {
    const time = this.querySelector('time');
    const instant = new Date(time?.dateTime ?? '');
    if (!time || Number.isNaN(instant.getTime())) {
      return;
    }
    const style = this.dataset['style'] ?? 'time';
    const parts = [style === 'time' ? '' : isoDate(instant), style === 'date' ? '' : clock(instant)];
    time.textContent = parts.filter((part) => part !== '').join(' ');
    time.title = instant.toLocaleString(document.documentElement.lang || 'en', {
      dateStyle: 'medium',
      timeStyle: 'long',
    });
  }
}

/** The day in the reader's time zone, as yyyy-mm-dd. */
export function isoDate(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** The time of day in the reader's time zone, as hh:mm:ss. */
export function clock(instant: Date): string {
  return [instant.getHours(), instant.getMinutes(), instant.getSeconds()].map(two).join(':');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

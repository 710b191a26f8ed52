import { ControlledElement } from '../lib/controlled-element';

/**
 * The messages under a field, replaced as a whole when they change: passes on to the control with the id `data-for`
 * whether they say that it is wrong (`data-wrong`) or warn (`data-tone`).
 */
export class FieldNotes extends ControlledElement {
  protected override connected(): void {
    const control = document.getElementById(this.dataset['for'] ?? '');
    if (!control) {
      return;
    }
    if (this.dataset['wrong'] === 'true') {
      control.setAttribute('aria-invalid', 'true');
    } else {
      control.removeAttribute('aria-invalid');
    }
    control.toggleAttribute('data-state', this.dataset['tone'] === 'warn');
    if (this.dataset['tone'] === 'warn') {
      control.dataset['state'] = 'warn';
    }
  }
}

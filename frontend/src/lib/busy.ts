/**
 * While a form is on its way, the pressed button says so (`data-busy`) and can't be pressed again. Its width is
 * kept; coming back to the page by the browser's history sets it free.
 */
export function installBusyButtons(root: Document): void {
  root.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || !button.dataset['busy']) {
      return;
    }
    if (button.getAttribute('aria-busy') === 'true' || button.getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (!event.defaultPrevented) {
      setBusy(button, button.dataset['busy']);
    }
  });
  root.addEventListener('htmx:afterRequest', () => {
    release(root);
  });
  root.defaultView?.addEventListener('pageshow', () => {
    release(root);
  });
}

function setBusy(button: HTMLButtonElement, label: string): void {
  button.style.minWidth = `${button.offsetWidth}px`;
  button.dataset['rest'] = button.textContent;
  button.setAttribute('aria-busy', 'true');
  const spinner = button.ownerDocument.createElement('span');
  spinner.className = 'sk-spin';
  spinner.setAttribute('aria-hidden', 'true');
  button.replaceChildren(spinner, label);
}

function release(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[aria-busy="true"][data-rest]')) {
    button.removeAttribute('aria-busy');
    button.replaceChildren(button.dataset['rest'] ?? '');
    delete button.dataset['rest'];
    button.style.minWidth = '';
  }
}

/** Says a sentence to screen readers through the page's one polite live region. */
export function announce(sentence: string): void {
  const region = document.getElementById('sk-announcer');
  if (region) {
    region.textContent = '';
    requestAnimationFrame(() => {
      region.textContent = sentence;
    });
  }
}

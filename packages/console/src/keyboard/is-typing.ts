/** Whether a key belongs to a field a person is typing in, so that no shortcut may take it. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"], [role="menu"] *');
}

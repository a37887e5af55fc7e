/** Gives the focus to the field of a proposal that is labelled so, opening what it is folded in. */
export function goToField(label: string): void {
  const labels = document.querySelectorAll<HTMLLabelElement>(".proposal-draft label");
  const field = [...labels].find(({ textContent }) => textContent.trim() === label)?.control;
  if (!(field instanceof HTMLElement)) return;
  for (
    let fold = field.closest("details");
    fold;
    fold = fold.parentElement?.closest("details") ?? null
  )
    fold.open = true;
  field.focus();
}

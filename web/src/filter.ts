/** A list is narrowed to the lines that hold what is typed; the field is shown only where script runs. */

export function filterLists(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-filter]")) {
    const lines = [...document.querySelectorAll<HTMLElement>(input.dataset["filter"] ?? "")];
    const words = lines.map((line) => (line.textContent ?? "").toLocaleLowerCase());
    input.closest("label")?.removeAttribute("hidden");
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLocaleLowerCase();
      lines.forEach((line, index) => {
        line.hidden = !(words[index] ?? "").includes(wanted);
      });
    });
  }
}

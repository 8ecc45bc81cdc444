/** A citation that is pointed at, focused or tapped shows its note in place; without script it is a link to the words. */

const DELAY_MS = 120;

let popover: HTMLElement | null = null;
let opener: HTMLElement | null = null;
let timer = 0;

export function openNotes(): void {
  const cites = document.querySelectorAll<HTMLElement>("a.cite[data-note]");
  for (const cite of cites) {
    cite.addEventListener("mouseenter", () => later(() => open(cite)));
    cite.addEventListener("mouseleave", () => later(close));
    cite.addEventListener("focus", () => open(cite));
    cite.addEventListener("blur", (event) => {
      if (!popover?.contains(event.relatedTarget as Node | null)) later(close);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && popover) {
      const back = opener;
      close();
      back?.focus();
      close();
    }
  });
}

function later(action: () => void): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(action, DELAY_MS);
}

function open(cite: HTMLElement): void {
  window.clearTimeout(timer);
  if (opener === cite) return;
  const body = document.querySelector(`#note-${cite.dataset["note"] ?? ""} .note-body`);
  if (!body) return;
  close();
  opener = cite;
  popover = document.createElement("div");
  popover.className = "popover";
  popover.id = "note-popover";
  popover.setAttribute("role", "tooltip");
  popover.append(body.cloneNode(true));
  popover.addEventListener("mouseenter", () => window.clearTimeout(timer));
  popover.addEventListener("mouseleave", () => later(close));
  popover.addEventListener("focusout", (event) => {
    if (!popover?.contains(event.relatedTarget as Node | null)) later(close);
  });
  document.body.append(popover);
  cite.classList.add("open");
  cite.setAttribute("aria-describedby", popover.id);
  place(cite, popover);
}

function place(cite: HTMLElement, box: HTMLElement): void {
  const at = cite.getBoundingClientRect();
  const margin = 16;
  const left = Math.min(Math.max(margin, at.left - 24), document.documentElement.clientWidth - box.offsetWidth - margin);
  const above = at.bottom + box.offsetHeight + 12 > window.innerHeight && at.top > box.offsetHeight + 12;
  const top = above ? at.top - box.offsetHeight - 8 : at.bottom + 8;
  box.style.left = `${left + window.scrollX}px`;
  box.style.top = `${top + window.scrollY}px`;
}

function close(): void {
  window.clearTimeout(timer);
  opener?.classList.remove("open");
  opener?.removeAttribute("aria-describedby");
  popover?.remove();
  popover = null;
  opener = null;
}

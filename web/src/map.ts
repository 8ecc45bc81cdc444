/** Maps zoom by button, by key and by wheel with Ctrl held, and pan by dragging or by arrow keys. */

type Box = { x: number; y: number; width: number; height: number };

const MOST = 12;

export function zoomMaps(): void {
  for (const frame of document.querySelectorAll<HTMLElement>("[data-map-frame]")) {
    const svg = frame.querySelector<SVGSVGElement>("svg[data-map]");
    if (svg) new MapView(frame, svg);
  }
}

class MapView {
  private readonly whole: Box;
  private box: Box;

  constructor(
    private readonly frame: HTMLElement,
    private readonly svg: SVGSVGElement,
  ) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.whole = { x, y, width, height };
    this.box = { ...this.whole };
    this.frame.append(this.tools());
    this.frame.tabIndex = 0;
    this.frame.setAttribute("role", "group");
    this.frame.setAttribute("aria-label", this.words("keys", "Map: plus and minus zoom, arrow keys move, 0 shows all"));
    this.frame.addEventListener("keydown", (event) => this.onKey(event));
    this.frame.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.frame.addEventListener("pointerdown", (event) => this.onDrag(event));
  }

  private tools(): HTMLElement {
    const tools = document.createElement("div");
    tools.className = "map-tools";
    const buttons: [string, string, () => void][] = [
      ["+", this.words("zoomIn", "Zoom in"), () => this.zoom(1.6)],
      ["−", this.words("zoomOut", "Zoom out"), () => this.zoom(1 / 1.6)],
      ["○", this.words("showAll", "Show all"), () => this.show({ ...this.whole })],
    ];
    for (const [sign, label, action] of buttons) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", action);
      tools.append(button);
    }
    return tools;
  }

  /** The page says it in its own language. */
  private words(key: string, otherwise: string): string {
    return this.frame.dataset[key] ?? otherwise;
  }

  private zoom(factor: number, at?: { x: number; y: number }): void {
    const width = Math.min(this.whole.width, Math.max(this.whole.width / MOST, this.box.width / factor));
    const ratio = width / this.box.width;
    const centre = at ?? { x: this.box.x + this.box.width / 2, y: this.box.y + this.box.height / 2 };
    this.show({
      x: centre.x - (centre.x - this.box.x) * ratio,
      y: centre.y - (centre.y - this.box.y) * ratio,
      width,
      height: this.box.height * ratio,
    });
  }

  private show(box: Box): void {
    box.x = Math.min(Math.max(box.x, this.whole.x), this.whole.x + this.whole.width - box.width);
    box.y = Math.min(Math.max(box.y, this.whole.y), this.whole.y + this.whole.height - box.height);
    this.box = box;
    this.svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  }

  private onKey(event: KeyboardEvent): void {
    const step = this.box.width / 8;
    const moves: Record<string, () => void> = {
      "+": () => this.zoom(1.6),
      "=": () => this.zoom(1.6),
      "-": () => this.zoom(1 / 1.6),
      "0": () => this.show({ ...this.whole }),
      ArrowLeft: () => this.show({ ...this.box, x: this.box.x - step }),
      ArrowRight: () => this.show({ ...this.box, x: this.box.x + step }),
      ArrowUp: () => this.show({ ...this.box, y: this.box.y - step }),
      ArrowDown: () => this.show({ ...this.box, y: this.box.y + step }),
    };
    const move = moves[event.key];
    if (move && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      move();
    }
  }

  private onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = this.svg.getBoundingClientRect();
    this.zoom(event.deltaY < 0 ? 1.25 : 0.8, {
      x: this.box.x + ((event.clientX - at.left) / at.width) * this.box.width,
      y: this.box.y + ((event.clientY - at.top) / at.height) * this.box.height,
    });
  }

  private onDrag(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest("a, button") || this.box.width >= this.whole.width) return;
    event.preventDefault();
    this.frame.focus({ preventScroll: true });
    const start = { ...this.box };
    const unit = start.width / this.svg.getBoundingClientRect().width;
    const move = (to: PointerEvent): void =>
      this.show({
        ...start,
        x: start.x - (to.clientX - event.clientX) * unit,
        y: start.y - (to.clientY - event.clientY) * unit,
      });
    const stop = (): void => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", stop);
      window.removeEventListener("pointercancel", stop);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop);
    window.addEventListener("pointercancel", stop);
  }
}

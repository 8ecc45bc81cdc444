"""Labels that keep clear of one another."""

from dataclasses import dataclass, field

from ascertain.publish.site.figures.svg import width_of

Box = tuple[float, float, float, float]


@dataclass
class Labels:
    """Boxes that are taken; each label is tried at four sides of its point and left out where none is free."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def place(self, words: str, x: float, y: float, size: float, gap: float = 5.0) -> tuple[float, float, str] | None:
        """Return x, y and text-anchor for a label of a point, and take its box; None where there is no room."""
        wide = width_of(words, size)
        for dx, dy, anchor in (
            (gap, size * 0.35, "start"),
            (-gap, size * 0.35, "end"),
            (0, -gap, "middle"),
            (0, gap + size * 0.8, "middle"),
        ):
            left = x + dx - {"start": 0.0, "end": wide, "middle": wide / 2}[anchor]
            box = (left - 1, y + dy - size, left + wide + 1, y + dy + size * 0.3)
            if self.take(box):
                return x + dx, y + dy, anchor
        return None

    def take(self, box: Box) -> bool:
        """Take a box if it is inside the drawing and free; return whether it was."""
        if box[0] < 2 or box[1] < 2 or box[2] > self.width - 2 or box[3] > self.height - 2:
            return False
        if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in self.taken):
            return False
        self.taken.append(box)
        return True

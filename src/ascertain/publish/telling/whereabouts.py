"""Who puts the event at either end of a stretch."""

from collections.abc import Iterator

from ascertain.model import Claim, Place
from ascertain.publish.languages import tongue
from ascertain.publish.telling.scene import Scene, Sentence
from ascertain.publish.telling.speakers import who_says

_SAME_M = 2_000.0


def ends_of_stretch(scene: Scene) -> Iterator[Sentence]:
    """Tell whose words the near and the far end of the stretch rest on."""
    where = scene.incident.where
    if where is None or where.span_m is None:
        return
    anchor = _anchor(scene, where.name)
    near, far = (_nearest(scene, anchor, metres) for metres in where.span_m)
    if near is None or far is None:
        return
    ends = {"low": f"{where.span_m[0] / 1000:.0f}", "high": f"{where.span_m[1] / 1000:.0f}"}
    pattern = "The near end, {low} km, rests on the words of {first}; the far end, {high} km, on those of {second}."
    first, second = who_says(near, scene.evidence), who_says(far, scene.evidence)
    text = tongue().say(pattern, first=first, second=second, **ends)
    yield scene.sentence(text, [near.id, far.id], about=("where",))


def _anchor(scene: Scene, name: str) -> Place | None:
    """Return the place measured from, as a claim has it that speaks of it as near."""
    places = [claim.where.value for claim in scene.claims if claim.where and claim.relation in ("near", "at", "from")]
    return next((p for p in places if isinstance(p, Place) and p.name == name and p.lat is not None), None)


def _nearest(scene: Scene, anchor: Place | None, metres: float) -> Claim | None:
    """Return the claim that puts the event at this distance, in its words or by the place that it names."""
    told = [(abs(away - metres), c.id, c) for c in scene.claims if (away := _away(c, anchor)) is not None]
    best = min(told, default=None)
    return best[2] if best is not None and best[0] <= _SAME_M else None


def _away(claim: Claim, anchor: Place | None) -> float | None:
    place = claim.where.value if claim.where else None
    if claim.distance_m is not None:
        return claim.distance_m
    if not isinstance(place, Place) or place.lat is None or place.lon is None or anchor is None:
        return None
    from pyproj import Geod  # takes a tenth of a second to load, and few events lie along a stretch

    _, _, metres = Geod(ellps="WGS84").inv(anchor.lon, anchor.lat, place.lon, place.lat)
    return float(metres)

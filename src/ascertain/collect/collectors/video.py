"""Videos: what the container says of itself, and key frames with their hashes and the words in them."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PIL import Image

from ascertain.collect.ocr import NoOcr, words_in
from ascertain.collect.pictures import describe, open_picture
from ascertain.model import Capture, Item, Picture, Refused, Skipped, content_id
from ascertain.safety.limits import MIB, Limits

_KINDS = {
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm", ".3gp": "video/3gpp",
    ".mkv": "video/x-matroska", ".avi": "video/x-msvideo", ".mpg": "video/mpeg", ".mpeg": "video/mpeg",
    ".ts": "video/mp2t",
}  # fmt: skip
# Containers only: a playlist named .mp4 would make ffmpeg open what it lists.
_FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts"
_FRAMES, _MOST_FAULTS = 12, 3
_WIDEST = 960
_SECONDS = 40
_CPU_SECONDS = 30
_MEMORY = 1024 * MIB
_TOLD = ("creation_time", "com.apple.quicktime.creationdate", "encoder", "title", "comment", "artist")


_REPEATED = "Last message repeated"
_ADDRESS = re.compile(r" ?@ 0x[0-9a-f]+")  # differs from run to run


class Video:
    """Reads videos by ffmpeg, where it is installed; without it they are kept and skipped."""

    name = "video"
    priority = 10
    limits = Limits(cpu_seconds=6.0, memory_bytes=640 * MIB, memory_per_byte=4.0, wall_seconds=240.0, open_files=128)

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a video's does."""
        return path.suffix.lower() in _KINDS

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture, and an item of its key frames' words."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type=_KINDS[path.suffix.lower()], how=self.name)
        if shutil.which("ffprobe") is None or shutil.which("ffmpeg") is None:
            yield _skip(
                name, "videos are read with ffmpeg, which is not installed", "install ffmpeg, and collect again"
            )
            return
        try:
            told = json.loads(_run(["ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json"], path))
            frames, faults = _frames(path, _duration(told))
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            yield _unreadable(name, error)
            return
        if not frames and faults:
            yield _unreadable(name, faults[0])
            return
        if not frames:
            yield _skip(name, "the video holds no picture", "listen to it; its bytes are kept")
            return
        item = _item(content, name, told, frames)
        broken = (f"{len(faults)} of its key frames can't be read: {_reason(faults[0])}",) if faults else ()
        yield replace(item, notes=(*item.notes, *broken))


def _unreadable(name: str, error: Exception) -> Skipped:
    return _skip(name, f"ffmpeg can't read the video ({_reason(error)})", "open it elsewhere and save it as MP4")


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.TimeoutExpired):
        return "it takes too long"
    return f"{error}" if isinstance(error, subprocess.SubprocessError) else type(error).__name__


def _item(content: bytes, name: str, told: dict[str, Any], frames: Sequence[tuple[float, bytes]]) -> Item:
    digest = hashlib.sha256(content).hexdigest()
    pictures: list[Picture] = []
    lines: list[str] = []
    how = ""
    for number, (seconds, frame) in enumerate(frames):
        try:
            picture = open_picture(frame)
            pictures.append(
                replace(describe(picture, f"{name}@{seconds:.1f}s", frame), digest=hashlib.sha256(frame).hexdigest())
            )
            words = words_in(picture) if number < _FRAMES else None
        except NoOcr as error:
            how = f"{error}"
            continue
        except (OSError, SyntaxError, ValueError, Refused, Image.DecompressionBombError):
            continue
        if words is not None and words.text:
            how = words.how
            lines += [line for line in words.text.splitlines() if line not in lines]
    text = "\n".join(lines)
    notes = (*_notes(told), f"{len(pictures)} key frames compared by their looks", *((how,) if how else ()))
    return Item(
        id=content_id("item", digest, 0, text), text=text, platform="video", media=(name,), pictures=tuple(pictures),
        capture=digest, notes=notes,
    )  # fmt: skip


def _duration(told: dict[str, Any]) -> float:
    try:
        return max(0.0, min(float((told.get("format") or {}).get("duration", 0)), 1e6))
    except (TypeError, ValueError):
        return 0.0


def _notes(told: dict[str, Any]) -> Iterator[str]:
    """Yield what the container says; it can be forged, and a position is mentioned and not repeated."""
    yield f"video of {_duration(told):.1f} seconds"
    for stream in told.get("streams") or ():
        if isinstance(stream, dict) and stream.get("codec_type") == "video":
            yield f"pictures of {stream.get('width')} by {stream.get('height')} pixels, {stream.get('codec_name')}"
    tags = (told.get("format") or {}).get("tags") or {}
    for key in _TOLD:
        if isinstance(tags, dict) and isinstance(tags.get(key), str):
            yield f"video metadata, {key}: {' '.join(tags[key].split())[:120]}"
    if isinstance(tags, dict) and any("location" in str(key).lower() for key in tags):
        yield "video metadata holds a position; it stays in the sealed file and is not repeated here"


def _frames(path: Path, duration: float) -> tuple[list[tuple[float, bytes]], list[Exception]]:
    """Return up to a dozen frames as JPEG, spread over the video: at each time the key frame at or before it.

    What went wrong stands beside them: a video that is damaged in its middle still shows its beginning.
    """
    found: dict[bytes, float] = {}
    faults: list[Exception] = []
    for number in range(_FRAMES):
        at = duration * number / _FRAMES
        before = ["ffmpeg", "-v", "error", "-nostdin", "-ss", f"{at:.3f}", "-noaccurate_seek", "-skip_frame", "nokey"]
        after = ["-frames:v", "1", "-an", "-sn", "-dn", "-vf", f"scale='min({_WIDEST},iw)':-2", "-threads", "1",
                 "-f", "image2pipe", "-c:v", "mjpeg", "-q:v", "3", "pipe:1"]  # fmt: skip
        try:
            if frame := _run(before, path, after):
                found.setdefault(frame, at)
        except subprocess.TimeoutExpired:
            raise
        except subprocess.SubprocessError as error:
            faults.append(error)
        if duration == 0 or len(faults) > _MOST_FAULTS:
            break
    return [(at, frame) for frame, at in found.items()], faults


def _run(command: list[str], path: Path, after: Sequence[str] = ()) -> bytes:
    """Return what ffmpeg or ffprobe writes of a file: no other file is opened for it, and it costs what it may."""
    guarded = [
        *command,
        "-protocol_whitelist",
        "file,pipe",
        "-format_whitelist",
        _FORMATS,
        "-i",
        f"file:{path}",
        *after,
    ]
    done = subprocess.run(
        guarded,
        capture_output=True,
        timeout=_SECONDS,
        check=False,
        preexec_fn=_bounded if sys.platform != "win32" else None,
    )
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").replace(f"file:{path}: ", "").split("\n")
        told = next(
            (" ".join(line.split()) for line in reversed(lines) if line.strip() and _REPEATED not in line),
            "it gives no reason",
        )
        raise subprocess.SubprocessError(_ADDRESS.sub("", told)[:120])
    return done.stdout


def _bounded() -> None:
    """Bound the processor time and memory of the program that is about to start."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = Video()

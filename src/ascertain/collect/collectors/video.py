"""Videos: what the container says of itself, and key frames with their hashes and the words in them."""

import hashlib
import json
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
_FRAMES = 12
_WIDEST = 960
_SECONDS = 40
_CPU_SECONDS = 30
_MEMORY = 1024 * MIB
_TOLD = ("creation_time", "com.apple.quicktime.creationdate", "encoder", "title", "comment", "artist")


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
            frames = _frames(path, _duration(told))
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            reason = "it takes too long" if isinstance(error, subprocess.TimeoutExpired) else type(error).__name__
            yield _skip(name, f"ffmpeg can't read the video ({reason})", "open it elsewhere and save it as MP4")
            return
        if not frames:
            yield _skip(name, "the video holds no picture", "listen to it; its bytes are kept")
            return
        yield _item(content, name, told, frames)


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


def _frames(path: Path, duration: float) -> list[tuple[float, bytes]]:
    """Return up to a dozen frames as JPEG, spread over the video: at each time the key frame at or before it."""
    found: dict[bytes, float] = {}
    for number in range(_FRAMES):
        at = duration * number / _FRAMES
        frame = _run(
            ["ffmpeg", "-v", "error", "-nostdin", "-ss", f"{at:.3f}", "-noaccurate_seek", "-skip_frame", "nokey"], path,
            ["-frames:v", "1", "-an", "-sn", "-dn", "-vf", f"scale='min({_WIDEST},iw)':-2", "-threads", "1", "-f",
             "image2pipe", "-c:v", "mjpeg", "-q:v", "3", "pipe:1"],
        )  # fmt: skip
        if frame:
            found.setdefault(frame, at)
        if duration == 0:
            break
    return [(at, frame) for frame, at in found.items()]


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
        raise subprocess.SubprocessError(done.stderr[-200:].decode("utf-8", "replace"))
    return done.stdout


def _bounded() -> None:
    """Bound the processor time and memory of the program that is about to start."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = Video()

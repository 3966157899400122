"""Reads a PDF back with other programs: poppler for text and pictures, pypdf for structure."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader


def text_of(pdf: bytes, folder: Path) -> str:
    """The text that poppler extracts, line for line as it stands on the pages."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def pictures_of(pdf: bytes, folder: Path, dpi: int) -> list[Image.Image]:
    """Every page as it looks, in grey."""
    path = folder / "draw.pdf"
    path.write_bytes(pdf)
    stem = folder / f"page-{dpi}"
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(path), str(stem)], check=True)
    pages: list[Image.Image] = []
    for file in sorted(folder.glob(f"page-{dpi}-*.pgm")):
        with Image.open(file) as page:
            page.load()
            pages.append(page)
    return pages


def reader(pdf: bytes) -> PdfReader:
    """The file's structure."""
    return PdfReader(BytesIO(pdf))

"""Loading official texts: from the plan's folder, or for a trial build from a folder elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from plansite.load.files import Reading
from plansite.official import OFFICIAL_LOCK, OFFICIAL_TEXT, Lock, OfficialText
from plansite.problems import Origin, Problem, SourceError
from plansite.source.strict_yaml import LinedDict
from plansite.source.text import read_issued

TEXTS_VARIABLE = "PLANSITE_OFFICIAL_TEXTS"
"""Names a folder of official texts for a trial build: <jurisdiction>/<plan>/official.zh.md."""


def use_texts(folder: Path) -> None:
    """Take official texts from a folder. Raises SourceError if it is none."""
    if not folder.is_dir():
        raise SourceError(
            [
                Problem(
                    Origin(folder.as_posix()),
                    "没有这个文件夹；--official-texts 应为存放 <地区>/<规划>/official.zh.md 的文件夹",
                    "there is no such folder; --official-texts names one that holds <jurisdiction>/<plan>/official.zh.md",
                )
            ]
        )
    os.environ[TEXTS_VARIABLE] = str(folder.resolve())


def load_official(reading: Reading, folder: Path, lock: Lock | None) -> OfficialText | None:
    """Return the official text of the plan in `folder`, if there is one."""
    file, kept = folder / OFFICIAL_TEXT, True
    reading.seen.add(file)
    if not (file.exists() or file.is_symlink()):
        texts, kept = os.environ.get(TEXTS_VARIABLE), False
        if not texts:
            return None
        file = Path(texts, folder.relative_to(reading.plans), OFFICIAL_TEXT)
        if not file.exists():
            return None
    name = reading.name(file) if kept else file.as_posix()
    try:
        text, problems = read_issued(file, name)
    except SourceError as error:
        reading.problems.extend(error.problems)
        return None
    reading.problems.extend(problems)
    return OfficialText(text, Origin(name), kept, lock)


def load_lock(reading: Reading, folder: Path) -> Lock | None:
    """Return the lock of the plan in `folder`, if there is one."""
    file = folder / OFFICIAL_LOCK
    reading.seen.add(file)
    if not (file.exists() or file.is_symlink()):
        return None
    data, name = reading.filled(file), reading.name(file)
    if data is None:
        return None
    if not isinstance(data, LinedDict) or not all(isinstance(one, str) for one in data.values()):
        reading.report(
            Origin(name),
            '每行应为 anchor: "hash"（锚点和短哈希）；请用 scripts/lock_official.py 重新生成',
            'every line must be anchor: "hash"; write the file anew with scripts/lock_official.py',
        )
        return None
    return Lock(name, data, data.key_lines)

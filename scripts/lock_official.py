"""Renew the lock of official texts: a short hash of each passage, so that changed words are noticed.

    python scripts/lock_official.py heilongjiang/daqing/women-2021-2025 [ANCHOR ...] [--official-texts DIR]

Read again what `make validate` names, mend the record, then run this. With anchors, only those passages
are renewed. The lock is written beside the record: plans/<plan>/official.lock.yml.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from plansite.load.files import Reading
from plansite.load.official import load_lock, load_official, use_texts
from plansite.official import OFFICIAL_LOCK, OfficialText
from plansite.problems import errors
from plansite.reader.lock import lock_text


def main(arguments: list[str] | None = None) -> int:
    """Write the lock and print what changed; exit status 1 if there is no text to lock."""
    parser = Arguments(
        zh="更新正式文本的锁：每个段落一个短哈希，文字有改动就会被发现。",
        description=(__doc__ or "").splitlines()[0],
    )
    parser.add_argument("plan", help="规划在 plans/ 下的文件夹 · folder of the plan below plans/")
    parser.add_argument(
        "anchors",
        nargs="*",
        help="只更新这些段落，如 health-t4 · only these passages, e.g. health-t4",
    )
    parser.add_root()
    parser.add_argument(
        "--official-texts", type=Path, help="正式文本的文件夹 · folder of official texts"
    )
    options = parser.parse_args(arguments)
    if options.official_texts:
        use_texts(options.official_texts)
    reading = Reading(options.root.resolve())
    name = options.plan.strip("/").removeprefix("plans/")
    folder = reading.plans / name
    text = load_official(reading, folder, load_lock(reading, folder)) if folder.is_dir() else None
    for problem in errors(reading.problems):
        print(problem, file=sys.stderr)
    if text is None:
        print(
            f"plans/{name}: 没有 official.zh.md；请先导入文件 | there is no official.zh.md; import the document first",
            file=sys.stderr,
        )
        return 1
    if unknown := [one for one in options.anchors if one not in text.hashes]:
        print(
            f"{text.origin.path}: 没有段落 | there is no passage {', '.join(unknown)}",
            file=sys.stderr,
        )
        return 1
    hashes = renewed(text, options.anchors)
    (folder / OFFICIAL_LOCK).write_text(lock_text(hashes), encoding="utf-8")
    return 0


def renewed(text: OfficialText, anchors: list[str]) -> dict[str, str]:
    """Return the hashes to write, and print each that differs from the lock there was."""
    known = dict(text.lock.hashes) if text.lock else {}
    now = {one: mark for one, mark in text.hashes.items() if not anchors or one in anchors}
    new = [one for one in now if one not in known]
    changed = [one for one, mark in now.items() if known.get(one, mark) != mark]
    gone = [one for one in known if one not in text.hashes] if not anchors else []
    for word, found in (("改动 changed", changed), ("消失 gone", gone)):
        print("".join(f"{word}: {one}\n" for one in found), end="")
    print(
        f"{len(now)} 段 passages: {len(new)} 新 new, {len(changed)} 改动 changed, {len(gone)} 消失 gone"
    )
    if not anchors:
        return now
    order = [*text.hashes, *(one for one in known if one not in text.hashes)]
    merged = {**known, **now}
    return {one: merged[one] for one in order if one in merged}


if __name__ == "__main__":
    run(main)

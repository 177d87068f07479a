"""Publishing: workflows, headers, checksums, releases, reproducibility, links that leave the site."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
import yaml
from loopback import answering
from plansite.checksums import archive, checksums, differences, write_checksums
from plansite.external_links import ExternalLink, check_links, external_links
from plansite.headers import CSP, HEADERS
from plansite.model import Site
from plansite.packing import packed
from plansite.problems import Origin
from plansite.releases import ReleaseError, current, install, releases, roll_back

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = shutil.which(name, path=str(Path(sys.executable).parent))
    assert path, f"{name} is not installed; run make test"
    return subprocess.run([path, *arguments], cwd=ROOT, capture_output=True, text=True)


def test_actionlint_has_nothing_to_say() -> None:
    run = tool("actionlint", "-no-color", *map(str, WORKFLOWS))
    assert (run.returncode, run.stdout) == (0, ""), run.stdout + run.stderr


def test_zizmor_has_nothing_to_say_even_when_pedantic() -> None:
    run = tool("zizmor", "--offline", "--pedantic", "--no-progress", ".github")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No findings" in run.stdout + run.stderr


def jobs() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, job in workflow["jobs"].items():
            yield f"{path.name} {name}", workflow, job


def test_every_job_has_no_more_than_it_needs() -> None:
    writes = {
        "publish.yml attest": {"contents": "read", "id-token": "write", "attestations": "write"},
        "publish.yml deploy": {"pages": "write", "id-token": "write"},
    }
    for name, workflow, job in jobs():
        assert workflow["permissions"] == {}, name
        assert workflow["concurrency"], name
        assert job["timeout-minutes"] <= 60, name
        assert job["permissions"] == writes.get(name, {"contents": "read"}), name
        for step in job["steps"]:
            uses = step.get("uses", "")
            assert not uses or re.search(r"@[0-9a-f]{40}$", uses), uses
            if uses.startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, name


def test_no_workflow_runs_a_forks_code_with_rights_or_secrets() -> None:
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        events = yaml.safe_load(text)[True]  # YAML 1.1 reads `on` as true
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events), path
        assert "secrets." not in text, path
        if "pull_request" in events:
            assert "write" not in text, path


def test_every_pinned_action_names_its_version_and_has_one_commit() -> None:
    commits: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                found = re.search(r"uses: ([\w/-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line)
                assert found, line
                commits.setdefault(found[1], set()).add(found[2])
    assert all(len(one) == 1 for one in commits.values())


def test_the_nginx_configuration_sends_the_headers_of_the_site() -> None:
    text = (ROOT / "docs" / "publishing" / "nginx.conf").read_text(encoding="utf-8")
    sent = dict(re.findall(r'^    add_header (\S+) "(.*)" always;$', text, flags=re.M))
    assert sent == HEADERS
    assert sent["Content-Security-Policy"] == CSP
    # An add_header of a location's own would take the place of them all.
    assert not re.search(r"^ {8,}add_header", text, flags=re.M)


def tree(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_checksums_are_read_by_sha256sum(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", index="a", data__x="b")
    write_checksums(site / "data")
    write_checksums(site)
    assert list(checksums(site)) == ["data/x", "index"]
    command = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    assert subprocess.run(command, cwd=site, capture_output=True).returncode == 0
    (site / "index").write_text("c", encoding="utf-8")
    assert subprocess.run(command, cwd=site, capture_output=True).returncode == 1


def test_differences_name_every_file(tmp_path: Path) -> None:
    one = tree(tmp_path / "one", same="s", other="1", first="x")
    two = tree(tmp_path / "two", same="s", other="2", second="x")
    found = list(differences(one, two))
    assert [line.split(":")[0] for line in found] == ["first", "other", "second"]
    assert "only in the first build" in found[0] and "differ" in found[1]


def test_an_archive_of_equal_files_has_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        archive(tree(tmp_path / name, b="2", a__c="1"), tmp_path / name / "site.tar.gz")
    first, second = ((tmp_path / name / "site.tar.gz").read_bytes() for name in ("one", "two"))
    assert first == second
    with tarfile.open(tmp_path / "one" / "site.tar.gz") as packed:
        assert packed.getnames() == ["site/a/c", "site/b"]


def test_a_compressed_file_names_no_time_and_no_system() -> None:
    found = packed(b"content")
    assert found[4:8] == bytes(4) and found[9] == 255
    assert gzip.decompress(found) == b"content"


def test_a_release_is_served_and_gone_back_from(tmp_path: Path) -> None:
    site, target = tmp_path / "site", tmp_path / "srv"
    for number in range(1, 8):
        tree(site, **{"index.html": f"release {number}"})
        install(site, target, f"r{number}")
    assert releases(target) == ("r3", "r4", "r5", "r6", "r7")
    assert (target / "current" / "index.html").read_text(encoding="utf-8") == "release 7"
    assert roll_back(target) == "r6"
    assert roll_back(target) == "r5"
    assert (target / "current" / "index.html").read_text(encoding="utf-8") == "release 5"
    assert roll_back(target, "r7") == current(target) == "r7"


def test_a_release_that_can_not_be_made_changes_nothing(tmp_path: Path) -> None:
    site, target = tree(tmp_path / "site", **{"index.html": "one"}), tmp_path / "srv"
    install(site, target, "r1")
    for faulty, name in ((tmp_path / "nothing", "r2"), (site, "r1")):
        with pytest.raises(ReleaseError):
            install(faulty, target, name)
    with pytest.raises(ReleaseError, match="no release"):
        roll_back(target)
    assert (current(target), releases(target)) == ("r1", ("r1",))


class _Handler(BaseHTTPRequestHandler):
    """Answers by path: /ok, /gone (404), /get (GET only), /refused (403)."""

    def do_HEAD(self) -> None:
        codes = {"/ok": 200, "/get": 405, "/refused": 403}
        self.send_response(codes.get(self.path, 404))
        self.end_headers()

    def do_GET(self) -> None:
        codes = {"/ok": 200, "/get": 200, "/refused": 403}
        self.send_response(codes.get(self.path, 404))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    """Return the address of a server on the loopback interface."""
    with answering(_Handler) as address:
        yield address.rstrip("/")


def test_each_link_gets_its_answer(server: str) -> None:
    links = [
        ExternalLink(f"{server}/{one}", ()) for one in ("gone", "ok", "get", "refused", "中文")
    ]
    links.append(ExternalLink("http://127.0.0.1:1/closed", ()))
    found = {one.link.url: (one.answer, one.reason) for one in check_links(links, 0, 5)}
    assert found[f"{server}/ok"] == found[f"{server}/get"] == ("ok", "")
    assert found[f"{server}/gone"] == found[f"{server}/中文"] == ("gone", "404")
    assert found[f"{server}/refused"] == ("unclear", "403")
    assert found["http://127.0.0.1:1/closed"][0] == "unclear"


def test_a_link_remembers_every_place_it_stands_at(sources: Any) -> None:
    name, address = "qinglan/chengxi/sources.yml", "https://elsewhere.example/plan"
    sources.replace(name, "https://plans.example.org/chengxi/women-2021-2025", address)
    prose = "qinglan/chengxi/women-2021-2025/introduction.en.md"
    line = sources.append(prose, f"\n[there]({address}#part).\n") + 1
    (link,) = external_links(sources.load(), sources.root)
    assert link.url == address
    # A source is named by the line its entry begins at.
    assert set(link.origins) == {Origin(f"plans/{name}", 1), Origin(f"plans/{prose}", line)}


def test_the_command_lists_dead_links_by_file_and_line(sources: Any, server: str) -> None:
    name, address = "qinglan/chengxi/sources.yml", "http://archive.example/gone"
    sources.replace(name, "https://plans.example.org/chengxi/women-2021-2025", address)
    summary = sources.root / "summary.md"
    script = str(ROOT / "scripts" / "check_external_links.py")
    run = [sys.executable, script, "--pause", "0", "--summary", str(summary)]
    # Addresses of this computer are refused in sources: the server stands in as a proxy.
    reached = {**os.environ, "http_proxy": server, "no_proxy": ""}
    said = subprocess.run(run, cwd=sources.root, capture_output=True, text=True, env=reached)
    assert said.returncode == 1
    assert f"plans/{name}:1: {address} (404)" in said.stdout
    assert "已不存在" in said.stdout and "is gone" in said.stdout
    assert "1 gone" in summary.read_text(encoding="utf-8")


def test_the_fictional_addresses_are_not_asked(fictional: Site, repository: Path) -> None:
    assert external_links(fictional, repository / "tests" / "plans") == ()

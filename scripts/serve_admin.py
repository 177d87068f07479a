"""The editing form on this computer: open the address it prints in Chrome or Edge, end with Ctrl+C."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from loopback import Quiet
from plansite.admin.folder import PackagesMissingError, write_admin
from plansite.arguments import Arguments
from plansite.command import run
from plansite.load import load_site
from plansite.problems import SourceError


def main() -> int:
    """Serve admin/ until interrupted; 1 with all problems if the sources have any."""
    parser = Arguments(
        zh="在本机打开编辑表单：用 Chrome 或 Edge 打开它印出的网址，按 Ctrl+C 结束。",
        description=__doc__,
    )
    parser.add_argument(
        "address", nargs="?", default="127.0.0.1:8001", help="主机:端口 · host:port"
    )
    parser.add_root()
    arguments = parser.parse_args()
    host, _, port = arguments.address.rpartition(":")
    if not port.isdecimal():
        parser.error(f"{arguments.address!r}: 应为 主机：端口 · must be host:port, 127.0.0.1:8001")
    with tempfile.TemporaryDirectory() as folder:
        try:
            write_admin(arguments.root, load_site(arguments.root), Path(folder) / "admin")
        except (SourceError, PackagesMissingError) as error:
            print(error, file=sys.stderr)
            return 1
        return _serve(host, int(port), folder)


def _serve(host: str, port: int, folder: str) -> int:
    try:
        server = ThreadingHTTPServer((host, port), partial(Quiet, directory=folder))
    except OSError as error:
        print(f"{host}:{port}: 无法使用({error.strerror}) · can not be used", file=sys.stderr)
        return 1
    with server:
        print(f"http://{host}:{server.server_port}/admin/", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    run(main)

"""The program itself on the command line: web, doctor."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.cli.options import DataFolder, Json, print_json, services_for
from bot.config import read_settings
from bot.words import words


def web(
    host: Annotated[str, typer.Option(help="监听地址 (address to bind)")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="端口 (port)")] = 7860,
    data: DataFolder = None,
) -> None:
    """启动网页 (serve the web app)."""
    from bot.pages.site import serve

    serve(read_settings(data), host=host, port=port)


def doctor(
    endpoint: Annotated[
        bool, typer.Option("--endpoint", help="联网试一试配置的模型 (try the configured model)")
    ] = False,
    as_json: Json = False,
    data: DataFolder = None,
) -> None:
    """检查这台机器能做什么 (what works on this machine)."""
    from bot.doctor import examine

    with services_for(data) as services:
        document = examine(services, endpoint=endpoint)
    if as_json:
        print_json(document)
        return
    checks = document["endpoint"].pop("checks")
    for name, finding in document.items():
        print(f"{name}: {json.dumps(finding, ensure_ascii=False)}")
    if checks is None:
        print(words("doctor_untried", "zh"))
    for check in checks or ():
        mark = {True: "✓", False: "✗", None: "–"}[check["works"]]
        print(f"{mark} {words('check_name_' + check['name'], 'zh')}: {check['told']}")

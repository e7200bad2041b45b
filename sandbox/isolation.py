"""How well this machine can lock a submission in: found by doing it, not by looking at version numbers.

Builds the command that starts the fork server, inside bubblewrap or bare, and names the level that results.
What a child does to itself is sandbox.lockdown's part.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sandbox import lockdown, seccomp
from sandbox.errors import IsolationError

ALLOW_WEAK = "MIANJING_ALLOW_WEAK_ISOLATION"
"""Environment variable; "1" lets submissions run where neither Landlock and seccomp nor namespaces work."""

CHILD_MODULES = ("__init__", "wire", "case", "driver", "rules", "seccomp", "lockdown", "child", "zygote")

FLAVOURS: dict[str, tuple[str, ...]] = {"numpy": ("numpy",), "torch": ("numpy", "torch")}
"""Fork servers by the packages that they import: torch costs 1 s and 150 MB, and most do without."""

_COMPANIONS: dict[str, tuple[str, ...]] = {
    "numpy": ("numpy.libs",),
    "torch": (
        "torchgen", "functorch", "typing_extensions.py", "sympy", "mpmath", "networkx", "jinja2",
        "markupsafe", "fsspec", "filelock", "tqdm", "nvidia", "triton",
    ),
}  # fmt: skip
"""What lies beside a package in site-packages and is needed to use it."""

_SYSTEM_LIBRARIES = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # Every arena of malloc reserves 64 MB of address space, which the limit would count.
    "MALLOC_ARENA_MAX": "2",
}


@dataclass(frozen=True)
class Isolation:
    """What holds submissions in. level: 3 strong, 2 good, 0 none; label: for people; missing: what would
    raise it.
    """

    level: int
    label: str
    missing: tuple[str, ...]
    bubblewrap: str | None
    landlock: int
    """ABI; 0 where the kernel has none."""
    seccomp: bool


@functools.cache
def available() -> Isolation:
    """The best level that works here. Takes a few milliseconds the first time.

    Only looks; whether to accept level 0 is decided by `require`.
    """
    bubblewrap = _working_bubblewrap()
    landlock = lockdown.landlock_abi()
    filters = seccomp.supported() and _seccomp_works()
    missing = []
    if bubblewrap is None:
        missing.append("bubblewrap (apt install bubblewrap; user namespaces must be allowed)")
    if not landlock:
        missing.append("Landlock (Linux 5.13 or newer, enabled at boot)")
    if not filters:
        missing.append("seccomp (Linux on x86-64 or aarch64)")
    if filters and bubblewrap and landlock:
        level, label = 3, f"strong: namespaces + landlock(ABI {landlock}) + seccomp"
    elif filters and bubblewrap:
        level, label = 3, "strong: namespaces + seccomp"
    elif filters and landlock:
        level, label = 2, f"good: landlock(ABI {landlock}) + seccomp; file existence is visible"
    else:
        level, label = 0, "none: submissions can reach files and network of this machine"
    return Isolation(level, label, tuple(missing), bubblewrap, landlock, filters)


def require(isolation: Isolation, *, allow_weak: bool = False) -> None:
    """Raises IsolationError at level 0 unless `allow_weak` or MIANJING_ALLOW_WEAK_ISOLATION=1."""
    if isolation.level == 0 and not allow_weak and os.environ.get(ALLOW_WEAK) != "1":
        raise IsolationError(
            f"This machine cannot isolate submissions; missing: {'; '.join(isolation.missing)}. "
            f"Install one of them, or set {ALLOW_WEAK}=1 to run only code that you trust."
        )


def isolation_report() -> dict[str, object]:
    """{level, label, missing} for `mianjing doctor`."""
    isolation = available()
    return {"level": isolation.level, "label": isolation.label, "missing": list(isolation.missing)}


def _working_bubblewrap() -> str | None:
    command = shutil.which("bwrap")
    if command is None:
        return None
    probe = [command, *_namespaces(), "--ro-bind", "/", "/", "--", "/bin/true"]
    try:
        done = subprocess.run(probe, stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return command if done.returncode == 0 else None


def _seccomp_works() -> bool:
    """Installs the filter in a process of its own and sees whether a socket is refused."""
    lines = (
        "import sys; sys.path.insert(0, sys.argv[1])",
        "from sandbox import lockdown; import socket",
        "lockdown.drop_privileges(change_user=False); lockdown.filter_system_calls()",
        "try: socket.socket()",
        "except PermissionError: sys.exit(0)",
        "sys.exit(1)",
    )
    probe = [sys.executable, "-I", "-S", "-c", "\n".join(lines), str(_product_root())]
    try:
        done = subprocess.run(probe, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _namespaces() -> list[str]:
    return [
        "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
        "--unshare-cgroup-try", "--uid", str(lockdown.NOBODY),
        "--gid", str(lockdown.NOBODY), "--cap-drop", "ALL", "--new-session",
    ]  # fmt: skip


def _product_root() -> Path:
    return Path(__file__).resolve().parent.parent


def _site_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise IsolationError(f"The package {package} is not installed; problems that use it cannot be judged.")
    return Path(next(iter(spec.submodule_search_locations))).resolve().parent


def _package_places(packages: Sequence[str]) -> list[Path]:
    """The packages and their companions, as they lie in site-packages."""
    places = []
    for package in packages:
        folder = _site_folder(package)
        for name in (package, *_COMPANIONS.get(package, ())):
            if (folder / name).exists():
                places.append(folder / name)
    return places


@dataclass(frozen=True)
class Visible:
    """What Landlock leaves open to a child. readable: files, and folders with all in them. listable: names
    only.
    """

    readable: tuple[str, ...]
    listable: tuple[str, ...]


def visible_paths(flavour: str, isolation: Isolation, empty_folder: str) -> Visible:
    """The standard library, the listed packages, shared libraries, three devices, and the empty current
    folder.
    """
    readable: list[str] = []
    listable: list[str] = []
    for library in _standard_libraries():
        others = [name for name in ("site-packages", "dist-packages") if os.path.isdir(f"{library}/{name}")]
        if others and not isolation.bubblewrap:
            # All installed packages lie inside the standard library's folder here, this product perhaps among
            # them.
            listable.append(library)
            readable += [entry.path for entry in os.scandir(library) if entry.name not in others]
        else:
            readable.append(library)
    packages = [str(place) for place in _package_places(FLAVOURS[flavour])]
    readable += ["/packages"] if isolation.bubblewrap else packages
    readable += [*_SYSTEM_LIBRARIES, *_DEVICES, "/etc/ld.so.cache", empty_folder]
    return Visible(tuple(dict.fromkeys(readable)), tuple(listable))


def _standard_libraries() -> list[str]:
    # Asked without these, sysconfig names the virtual environment's own folder as platstdlib.
    base = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    base |= {"installed_base": sys.base_prefix, "installed_platbase": sys.base_exec_prefix}
    paths = (sysconfig.get_path(name, vars=base) for name in ("stdlib", "platstdlib"))
    return [*dict.fromkeys(os.path.realpath(path) for path in paths if path)]


def zygote_command(flavour: str, isolation: Isolation, control: int) -> tuple[list[str], dict[str, str]]:
    """Command and environment that start a fork server on the control socket `control`."""
    interpreter = os.path.realpath(sys.executable)
    python = [interpreter, "-I", "-S", "-B", "-X", "utf8"]
    packages = FLAVOURS[flavour]
    if isolation.bubblewrap is None:
        root, paths = str(_product_root()), [*dict.fromkeys(str(_site_folder(name)) for name in packages)]
        wrapped: list[str] = []
    else:
        root, paths = "/judge", ["/packages"]
        wrapped = [isolation.bubblewrap, *_namespaces(), *_mounts(interpreter, packages), "--"]
    settings = {"control": control, "root": root, "package_paths": paths, "packages": packages}
    script = f"{root}/sandbox/zygote.py"
    return [*wrapped, *python, script, json.dumps(settings)], dict(_ENVIRONMENT)


def _mounts(interpreter: str, packages: Sequence[str]) -> list[str]:
    arguments: list[str] = []
    for library in _SYSTEM_LIBRARIES:
        if os.path.islink(library):
            arguments += ["--symlink", os.readlink(library), library]
        elif os.path.isdir(library):
            arguments += ["--ro-bind", library, library]
    base = os.path.realpath(sys.base_prefix)
    if base != "/usr":
        arguments += ["--ro-bind", f"{base}/lib", f"{base}/lib"]
        others = sysconfig.get_path("purelib", vars={"base": base, "platbase": base})
        if os.path.isdir(others):
            arguments += ["--tmpfs", others]
    arguments += ["--ro-bind", interpreter, interpreter]
    if os.path.exists("/etc/ld.so.cache"):
        arguments += ["--ro-bind", "/etc/ld.so.cache", "/etc/ld.so.cache"]
    for place in _package_places(packages):
        arguments += ["--ro-bind", str(place), f"/packages/{place.name}"]
    for module in CHILD_MODULES:
        arguments += [
            "--ro-bind",
            str(_product_root() / "sandbox" / f"{module}.py"),
            f"/judge/sandbox/{module}.py",
        ]
    for device in _DEVICES:
        arguments += ["--dev-bind", device, device]
    return [*arguments, "--dir", "/empty", "--remount-ro", "/", "--chdir", "/empty"]


def may_change_user(paths: Sequence[str]) -> bool:
    """Whether everybody can read these paths: root may then become nobody and still import the standard
    library.
    """
    if platform.system() != "Linux" or os.geteuid() != 0:
        return False
    for path in paths:
        if not os.path.exists(path):
            continue
        place = Path(path).resolve()
        if not place.stat().st_mode & 0o004 or any(not folder.stat().st_mode & 0o001 for folder in place.parents):
            return False
    return True

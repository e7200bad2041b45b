"""How well this machine can lock a submission in: found by doing it, not by looking at version numbers.

Builds the command that starts the fork server, inside bubblewrap or bare, and names the level that results.
What a child does to itself is sandbox.lockdown's part.
"""

from __future__ import annotations

import functools
import glob
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox import lockdown
from sandbox.errors import IsolationError

ALLOW_WEAK = "MIANJING_ALLOW_WEAK_ISOLATION"
"""Environment variable; "1" lets submissions run where neither Landlock and seccomp nor namespaces work."""

CHILD_MODULES = (
    "__init__", "wire", "operations", "case", "values", "chain", "raised", "driver", "rules", "seccomp", "lockdown",
    "child", "zygote", "cpp/__init__", "cpp/native",
)  # fmt: skip

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
_PACKAGE_FOLDERS = ("site-packages", "dist-packages")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # Every arena of malloc reserves 64 MB of address space, which the limit would count.
    "MALLOC_ARENA_MAX": "2",
    # Memory that was freed is used again instead of being given back and touched anew, which for arrays of some MB
    # costs a child a quarter of its time.
    "MALLOC_TRIM_THRESHOLD_": str(256 << 20),
    "MALLOC_MMAP_THRESHOLD_": str(64 << 20),
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
    own_pids: bool
    """Each submission gets a PID namespace to itself: it sees no other, and can name none in a system call."""


@functools.cache
def available(*, bubblewrap: bool = True) -> Isolation:
    """The best level that works here; False: the best without bubblewrap. Takes some 50 ms the first time.

    Only looks; whether to accept level 0 is decided by `require`.
    """
    wrapper = shutil.which("bwrap") if bubblewrap else None
    if wrapper is not None:
        # A setuid bubblewrap refuses to leave a capability to anybody but root.
        for own_pids in (True, False):
            if (held := _probe([wrapper, *_namespaces(own_pids), "--ro-bind", "/", "/", "--"])) is not None:
                return rated(wrapper, **held)
    held = _probe([]) or {"landlock": 0, "seccomp": False, "own_pids": False}
    return rated(None, **held)


def rated(bubblewrap: str | None, *, landlock: int, seccomp: bool, own_pids: bool) -> Isolation:
    """The level that these layers make together, with its label, and what would raise it."""
    missing = []
    if bubblewrap is None:
        missing.append("bubblewrap (apt install bubblewrap; user namespaces must be allowed)")
    if not landlock:
        missing.append("Landlock (Linux 5.13 or newer, enabled at boot)")
    if not seccomp:
        missing.append("seccomp (Linux on x86-64 or aarch64)")
    if not own_pids:
        missing.append("a PID namespace for each submission (comes with bubblewrap; else only as root)")
    filters = f"landlock(ABI {landlock}) + seccomp" if landlock else "seccomp"
    if seccomp and bubblewrap:
        level, label = 3, f"strong: namespaces + {filters}"
        label += "" if own_pids else "; submissions that run at once share their process ids"
    elif seccomp and landlock:
        level, label = 2, f"good: {filters}; file existence is visible"
        label += "" if own_pids else ", process ids too"
    else:
        level, label = 0, "none: submissions can reach files and network of this machine"
    return Isolation(level, label, tuple(missing), bubblewrap, landlock, seccomp, own_pids)


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


def _probe(wrapped: list[str]) -> dict[str, Any] | None:
    """What holds behind a bubblewrap command, or bare; None where the probe does not even run."""
    python = [os.path.realpath(sys.executable), "-I", "-S", "-B"]
    command = [*wrapped, *python, str(_product_root() / "sandbox" / "probe.py"), str(_product_root())]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=True)
        found: dict[str, Any] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return found


def _namespaces(own_pids: bool) -> list[str]:
    arguments = [
        "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
        "--unshare-cgroup-try", "--uid", str(lockdown.NOBODY),
        "--gid", str(lockdown.NOBODY), "--cap-drop", "ALL", "--new-session",
    ]  # fmt: skip
    # For the fork server alone, to give each child a PID namespace: a child drops it with all others. It counts
    # only inside the user namespace that bubblewrap makes.
    return [*arguments, "--cap-add", "CAP_SYS_ADMIN"] if own_pids else arguments


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
    folders = [*_standard_libraries(), *_SYSTEM_LIBRARIES]
    others = [] if isolation.bubblewrap else _other_packages()
    for folder in dict.fromkeys(map(os.path.realpath, folders)):
        for place, whole in _without(folder, others):
            (readable if whole else listable).append(place)
    packages = [str(place) for place in _package_places(FLAVOURS[flavour])]
    readable += ["/packages"] if isolation.bubblewrap else packages
    readable += [*_DEVICES, "/etc/ld.so.cache", empty_folder]
    return Visible(tuple(dict.fromkeys(readable)), tuple(dict.fromkeys(listable)))


def _other_packages() -> list[str]:
    """Folders of installed packages within what submissions may read; this product perhaps among them."""
    roots = dict.fromkeys(map(os.path.realpath, (*_SYSTEM_LIBRARIES, f"{sys.base_prefix}/lib")))
    found = [path for root in roots for name in _PACKAGE_FOLDERS for path in glob.glob(f"{root}/python3*/{name}")]
    return list(dict.fromkeys(map(os.path.realpath, found)))


def _without(folder: str, others: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The paths that make up a folder without others that lie in it; False for those only to be listed."""
    if folder in others:
        return
    whole = not any(other.startswith(f"{folder}/") for other in others)
    yield folder, whole
    if not whole:
        for entry in os.scandir(folder):
            # A link needs no right of its own, and what it leads to may lie elsewhere.
            if not entry.is_symlink():
                yield from _without(entry.path, others)


def _standard_libraries() -> list[str]:
    # Asked without these, sysconfig names the virtual environment's own folder as platstdlib.
    base = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    base |= {"installed_base": sys.base_prefix, "installed_platbase": sys.base_exec_prefix}
    paths = (sysconfig.get_path(name, vars=base) for name in ("stdlib", "platstdlib"))
    return [*dict.fromkeys(os.path.realpath(path) for path in paths if path)]


def zygote_command(flavour: str, isolation: Isolation, control: int, folder: str) -> tuple[list[str], dict[str, str]]:
    """Command and environment that start a fork server on the control socket `control`.

    folder: current folder of the server, read-only inside, where it is /empty.
    """
    interpreter = os.path.realpath(sys.executable)
    python = [interpreter, "-I", "-S", "-B", "-X", "utf8"]
    packages = FLAVOURS[flavour]
    wrapped: list[str] = []
    if isolation.bubblewrap is None:
        root, paths = str(_product_root()), [*dict.fromkeys(str(_site_folder(name)) for name in packages)]
    else:
        root, paths = "/judge", ["/packages"]
        wrapped = [
            isolation.bubblewrap,
            *_namespaces(isolation.own_pids),
            *_mounts(interpreter, packages, folder),
            "--",
        ]
    visible = visible_paths(flavour, isolation, "/empty" if isolation.bubblewrap else folder)
    settings = {
        "control": control,
        "root": root,
        "package_paths": paths,
        "packages": packages,
        "readable": visible.readable,
        "listable": visible.listable,
        "landlock": bool(isolation.landlock),
        "seccomp": isolation.seccomp,
        "own_pids": isolation.own_pids,
        "change_user": isolation.bubblewrap is None and may_change_user(visible.readable),
    }
    script = f"{root}/sandbox/zygote.py"
    return [*wrapped, *python, script, json.dumps(settings)], dict(_ENVIRONMENT)


def _mounts(interpreter: str, packages: Sequence[str], folder: str) -> list[str]:
    arguments: list[str] = []
    for library in _SYSTEM_LIBRARIES:
        if os.path.islink(library):
            arguments += ["--symlink", os.readlink(library), library]
        elif os.path.isdir(library):
            arguments += ["--ro-bind", library, library]
    base = os.path.realpath(sys.base_prefix)
    if base != "/usr":
        arguments += ["--ro-bind", f"{base}/lib", f"{base}/lib"]
    for packages_folder in _other_packages():
        arguments += ["--tmpfs", packages_folder, "--remount-ro", packages_folder]
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
    return [*arguments, "--ro-bind", folder, "/empty", "--remount-ro", "/", "--chdir", "/empty"]


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

"""Calls that a problem forbids, found on the syntax tree before anything runs.

This is about fairness (no `nn.LayerNorm` inside a hand-written one), not about safety: determined people get
round it. It sees aliases, from-imports, star imports, `getattr` with a literal, `__import__` and
`importlib.import_module`.
"""

from __future__ import annotations

import ast
import sys
from typing import Any

FORBIDDEN_KEYS = ("allow", "modules", "names", "builtins", "methods", "functions")


def violation(source: str, forbidden: dict[str, Any]) -> tuple[str, int] | None:
    """The first broken rule as ("import:torch", line), or None.

    Rules read "import:MODULE", "name:NAME", "builtin:NAME", "method:NAME" and "function:MODULE.NAME".
    Raises SyntaxError, ValueError (null bytes), RecursionError or MemoryError for source that Python cannot
    parse.
    """
    tree = ast.parse(source)
    checker = _Checker(tree, {key: list(forbidden.get(key) or ()) for key in FORBIDDEN_KEYS}, "allow" in forbidden)
    found = sorted(checker.found, key=lambda item: item[1])
    return found[0] if found else None


class _Checker:
    def __init__(self, tree: ast.Module, forbidden: dict[str, list[str]], restrict_imports: bool) -> None:
        self.forbidden = forbidden
        self.restrict_imports = restrict_imports
        self.found: list[tuple[str, int]] = []
        self.aliases: dict[str, str] = {}
        """Local name -> dotted path of the imported thing it stands for."""
        self.starred = False
        nodes = list(ast.walk(tree))
        self.defined = _defined_names(nodes)
        for node in nodes:
            if isinstance(node, ast.Import | ast.ImportFrom):
                self.check_import(node)
        # Twice, so that `a = nn; b = a` is followed whatever order the walk visits them in.
        for _ in range(2):
            for node in nodes:
                self.follow_assignment(node)
        for node in nodes:
            self.check(node)

    def check_import(self, node: ast.Import | ast.ImportFrom) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                self.module(alias.name, node.lineno)
                bound = alias.asname or alias.name.partition(".")[0]
                self.aliases[bound] = alias.name if alias.asname else bound
            return
        module = "." * node.level + (node.module or "")
        self.module(module, node.lineno)
        for alias in node.names:
            if alias.name == "*":
                self.starred = True
                continue
            self.aliases[alias.asname or alias.name] = f"{module}.{alias.name}"
            self.path(f"{module}.{alias.name}", node.lineno)
            if f"{module}.{alias.name}" in self.forbidden["modules"]:
                self.found.append((f"import:{module}.{alias.name}", node.lineno))

    def follow_assignment(self, node: ast.AST) -> None:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            path = self.resolve(node.value)
            if path is not None:
                self.aliases.setdefault(node.targets[0].id, path)

    def check(self, node: ast.AST) -> None:
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Attribute):
            self.attribute(node.value, node.attr, line)
        elif isinstance(node, ast.Name):
            if node.id not in self.defined:
                if node.id in self.forbidden["builtins"]:
                    self.found.append((f"builtin:{node.id}", line))
                if self.starred and node.id in self.forbidden["names"]:
                    self.found.append((f"name:{node.id}", line))
        elif isinstance(node, ast.Call):
            self.call(node, line)
        elif isinstance(node, ast.Subscript):
            key = _literal(node.slice)
            namespace = node.value
            if key is not None and isinstance(namespace, ast.Attribute) and namespace.attr == "__dict__":
                self.attribute(namespace.value, key, line)
            elif key is not None and isinstance(namespace, ast.Call) and _called_name(namespace) == "vars":
                self.attribute(namespace.args[0] if namespace.args else namespace, key, line)

    def call(self, node: ast.Call, line: int) -> None:
        name = _called_name(node)
        if name == "getattr" and len(node.args) >= 2 and (attribute := _literal(node.args[1])) is not None:
            self.attribute(node.args[0], attribute, line)
        elif name in ("__import__", "import_module") and node.args and (module := _literal(node.args[0])):
            self.module(module, line)

    def attribute(self, base: ast.expr, name: str, line: int) -> None:
        path = self.resolve(base)
        if path is not None:
            self.path(f"{path}.{name}", line)
        elif name in self.forbidden["names"] and name not in self.defined:
            self.found.append((f"name:{name}", line))
        if name in self.forbidden["methods"]:
            self.found.append((f"method:{name}", line))
        if path == "builtins" and name in self.forbidden["builtins"]:
            self.found.append((f"builtin:{name}", line))

    def path(self, path: str, line: int) -> None:
        """A thing reached through an import: its last part may be a forbidden name, all of it a forbidden
        function.
        """
        last = path.rpartition(".")[2]
        if last in self.forbidden["names"]:
            self.found.append((f"name:{last}", line))
        if path in self.forbidden["functions"]:
            self.found.append((f"function:{path}", line))

    def module(self, module: str, line: int) -> None:
        top = module.partition(".")[0]
        barred = any(module == name or module.startswith(name + ".") for name in self.forbidden["modules"])
        foreign = self.restrict_imports and top not in self.forbidden["allow"] and top not in sys.stdlib_module_names
        if barred or foreign:
            self.found.append((f"import:{module}", line))

    def resolve(self, node: ast.expr) -> str | None:
        """Dotted path of an expression that leads to something imported, else None."""
        if isinstance(node, ast.Name):
            return self.aliases.get(node.id)
        if isinstance(node, ast.Attribute):
            base = self.resolve(node.value)
            return None if base is None else f"{base}.{node.attr}"
        if isinstance(node, ast.Call):
            name = _called_name(node)
            if name in ("__import__", "import_module") and node.args:
                return _literal(node.args[0])
            if name == "getattr" and len(node.args) >= 2 and (attribute := _literal(node.args[1])) is not None:
                base = self.resolve(node.args[0])
                return None if base is None else f"{base}.{attribute}"
        return None


def _defined_names(nodes: list[ast.AST]) -> set[str]:
    """Names that the file itself defines: functions, classes, arguments, variables, and attributes it
    assigns.
    """
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names.add(node.attr)
    return names


def _called_name(node: ast.Call) -> str | None:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else None


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None

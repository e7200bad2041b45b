"""Calls that a problem forbids, found on the syntax tree before anything runs.

This is about fairness (no `nn.LayerNorm` inside a hand-written one), not about safety: determined people get
round it. It follows imports and aliases (assignments, `:=`), `getattr`, `vars`, `__dict__`, `globals`,
`sys.modules`, `__import__`, `importlib`, `operator.attrgetter` and `methodcaller`, with names that are put
together from constants.
"""

from __future__ import annotations

import ast
import sys
from typing import Any

FORBIDDEN_KEYS = ("allow", "modules", "names", "builtins", "methods", "functions")

_PASSES = 4
"""How long a chain of aliases may be, written in the least favourable order."""

_IMPORTS = frozenset({"builtins.__import__", "importlib.import_module", "importlib.__import__"})
_OWN_GLOBALS = "<own>"
_SEQUENCES = (ast.Tuple, ast.List)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
# Looked up by type for every node of the tree while a candidate waits; isinstance takes three times as long.
_BINDING = frozenset({ast.Assign, ast.AnnAssign, ast.NamedExpr})
_REACHING = frozenset({ast.Attribute, ast.Name, ast.Call, ast.Subscript})
_DEFINING = frozenset({*_DEFINITIONS, ast.arg, ast.Name, ast.Attribute})


def violation(tree: ast.Module, forbidden: dict[str, Any]) -> tuple[str, int] | None:
    """The first broken rule as ("import:torch", line), or None.

    Rules read "import:MODULE", "name:NAME", "builtin:NAME", "method:NAME" and "function:MODULE.NAME".
    """
    checker = _Checker(tree, {key: list(forbidden.get(key) or ()) for key in FORBIDDEN_KEYS}, "allow" in forbidden)
    found = sorted(checker.found, key=lambda item: item[1])
    return found[0] if found else None


class _Checker:
    def __init__(self, tree: ast.Module, forbidden: dict[str, list[str]], restrict_imports: bool) -> None:
        self.forbidden = forbidden
        self.restrict_imports = restrict_imports
        self.found: list[tuple[str, int]] = []
        self.aliases: dict[str, str] = {}
        """Local name -> dotted path of the imported or built-in thing it stands for."""
        self.texts: dict[str, str] = {}
        """Local name -> the text it is a constant for."""
        self.starred = False
        nodes = _walk(tree)
        self.own = _Own(nodes)
        for node in nodes:
            if type(node) is ast.Import or type(node) is ast.ImportFrom:
                self.check_import(node)
        bindings = [node for node in nodes if type(node) in _BINDING]
        for _ in range(_PASSES):
            known = len(self.aliases) + len(self.texts)
            for binding in bindings:
                self.follow(binding)
            if len(self.aliases) + len(self.texts) == known:
                break
        for node in nodes:
            if type(node) in _REACHING:
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

    def follow(self, node: ast.AST) -> None:
        """Notes what an assignment makes a name stand for."""
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self.bind(target, node.value)
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
            self.bind(node.target, node.value)

    def bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            if (path := self.resolve(value)) is not None:
                self.aliases.setdefault(target.id, path)
            if (text := self.text(value)) is not None:
                self.texts.setdefault(target.id, text)
        elif isinstance(target, _SEQUENCES) and isinstance(value, _SEQUENCES):
            for each, part in zip(target.elts, value.elts, strict=False):
                self.bind(each, part)

    def check(self, node: ast.AST) -> None:
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Attribute):
            self.attribute(node.value, node.attr, line)
        elif isinstance(node, ast.Name):
            self.name(node.id, line)
        elif isinstance(node, ast.Call):
            self.call(node, line)
        # Only what is read is made use of: sys.modules["helper"] = helper imports nothing.
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            self.item(node.value, self.text(node.slice), line)

    def name(self, name: str, line: int) -> None:
        if name not in self.own.names:
            if name in self.forbidden["builtins"]:
                self.found.append((f"builtin:{name}", line))
            if self.starred and name in self.forbidden["names"]:
                self.found.append((f"name:{name}", line))

    def call(self, node: ast.Call, line: int) -> None:
        """What is reached by a call instead of a dot."""
        function = self.resolve(node.func)
        texts = [self.text(argument) for argument in node.args]
        method = node.func.attr if isinstance(node.func, ast.Attribute) else None
        if function == "builtins.getattr" and len(texts) >= 2 and texts[1] is not None:
            self.attribute(node.args[0], texts[1], line)
        elif function in _IMPORTS and texts and texts[0] is not None:
            self.module(texts[0], line)
        elif function == "pkgutil.resolve_name" and texts and texts[0] is not None:
            self.path(texts[0].replace(":", "."), line)
        elif function in ("operator.attrgetter", "operator.methodcaller"):
            for text in texts if function.endswith("attrgetter") else texts[:1]:
                for part in (text or "").split("."):
                    self.attribute(ast.Constant(None), part, line)
        elif method in ("__getattribute__", "__getattr__") and texts and texts[-1] is not None:
            base = node.func.value if isinstance(node.func, ast.Attribute) and len(texts) == 1 else node.args[0]
            self.attribute(base, texts[-1], line)
        elif method in ("get", "pop", "__getitem__") and texts and texts[0] is not None:
            assert isinstance(node.func, ast.Attribute)
            self.item(node.func.value, texts[0], line)

    def item(self, base: ast.expr, key: str | None, line: int) -> None:
        """`base[key]`, where base is the namespace of something."""
        if key is None:
            return
        if (path := self.resolve(base)) is None:
            if isinstance(base, ast.Attribute) and base.attr == "__dict__":
                self.attribute(base.value, key, line)
            elif isinstance(base, ast.Call) and self.resolve(base.func) == "builtins.vars" and base.args:
                self.attribute(base.args[0], key, line)
        elif path == "sys.modules":
            self.module(key, line)
        elif path == _OWN_GLOBALS:
            self.name(key, line)
        elif path.endswith(".__dict__") or path == "builtins":
            self.path(f"{path.removesuffix('.__dict__')}.{key}", line)

    def attribute(self, base: ast.expr, name: str, line: int) -> None:
        path = self.resolve(base)
        if path is not None:
            self.path(f"{path}.{name}", line)
        elif name in self.forbidden["names"] and name not in self.own.attributes:
            self.found.append((f"name:{name}", line))
        if name in self.forbidden["methods"] and not (name in self.own.attributes and self.own.is_instance(base)):
            self.found.append((f"method:{name}", line))

    def path(self, path: str, line: int) -> None:
        """A thing reached through an import: its last part may be a forbidden name, its end a forbidden
        function, its beginning a forbidden module.
        """
        last = path.rpartition(".")[2]
        for kind, key in (("name", "names"), ("method", "methods")):
            if last in self.forbidden[key]:
                self.found.append((f"{kind}:{last}", line))
        for function in self.forbidden["functions"]:
            # Modules are reachable through others: threading.sys.setrecursionlimit.
            if f".{path}".endswith(f".{function}"):
                self.found.append((f"function:{function}", line))
        if path in (f"builtins.{name}" for name in self.forbidden["builtins"]):
            self.found.append((f"builtin:{last}", line))
        for module in self.forbidden["modules"]:
            if f".{path}".endswith(f".{module}"):
                self.found.append((f"import:{module}", line))

    def module(self, module: str, line: int) -> None:
        top = module.partition(".")[0]
        barred = any(module == name or module.startswith(name + ".") for name in self.forbidden["modules"])
        foreign = self.restrict_imports and top not in self.forbidden["allow"] and top not in sys.stdlib_module_names
        if barred or foreign:
            self.found.append((f"import:{module}", line))

    def resolve(self, node: ast.expr) -> str | None:
        """Dotted path of an expression that leads to something imported or built in, else None."""
        if isinstance(node, ast.Name):
            return self.resolve_name(node.id)
        if isinstance(node, ast.NamedExpr):
            return self.resolve(node.value)
        if isinstance(node, ast.Attribute):
            base = self.resolve(node.value)
            return None if base is None else f"{base}.{node.attr}"
        if isinstance(node, ast.Subscript):
            return self.resolve_item(node.value, self.text(node.slice))
        if isinstance(node, ast.Call):
            return self.resolve_call(node)
        return None

    def resolve_name(self, name: str) -> str | None:
        if name in self.aliases:
            return self.aliases[name]
        if name in self.own.names:
            return None
        if name == "__builtins__":
            return "builtins"
        return f"builtins.{name}" if name in _BUILTINS else None

    def resolve_item(self, base: ast.expr, key: str | None) -> str | None:
        path = self.resolve(base)
        if path is None or key is None:
            return None
        if path == "sys.modules":
            return key
        if path == _OWN_GLOBALS:
            return self.resolve_name(key)
        if path.endswith(".__dict__") or path == "builtins":
            return f"{path.removesuffix('.__dict__')}.{key}"
        return None

    def resolve_call(self, node: ast.Call) -> str | None:
        function = self.resolve(node.func)
        if function in ("builtins.globals", "builtins.locals") or (function == "builtins.vars" and not node.args):
            return _OWN_GLOBALS
        if isinstance(node.func, ast.Call) and len(node.args) == 1:
            # operator.attrgetter("LayerNorm")(nn)
            maker, inner = self.resolve(node.func.func), node.func.args
            if maker == "operator.attrgetter" and inner and (name := self.text(inner[0])) is not None:
                base = self.resolve(node.args[0])
                return None if base is None else f"{base}.{name}"
        if not node.args:
            return None
        first = self.text(node.args[0])
        if function in _IMPORTS:
            return first
        if function == "pkgutil.resolve_name":
            return None if first is None else first.replace(":", ".")
        if function == "builtins.vars":
            base = self.resolve(node.args[0])
            return None if base is None else f"{base}.__dict__"
        if function == "builtins.getattr" and len(node.args) >= 2:
            base, name = self.resolve(node.args[0]), self.text(node.args[1])
            return None if base is None or name is None else f"{base}.{name}"
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "__getitem__"):
            return self.resolve_item(node.func.value, first)
        return None

    def text(self, node: ast.expr) -> str | None:
        """The text that an expression of constants gives, else None."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            return self.texts.get(node.id)
        if isinstance(node, ast.NamedExpr):
            return self.text(node.value)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self.joined([node.left, node.right])
        if isinstance(node, ast.JoinedStr):
            return self.joined([part.value if isinstance(part, ast.FormattedValue) else part for part in node.values])
        if isinstance(node, ast.Subscript) and _is_reversal(node.slice):
            whole = self.text(node.value)
            return None if whole is None else whole[::-1]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            between = self.text(node.func.value)
            if between is not None and len(node.args) == 1 and isinstance(node.args[0], _SEQUENCES):
                return self.joined(node.args[0].elts, between)
        return None

    def joined(self, parts: list[ast.expr], between: str = "") -> str | None:
        texts = [self.text(part) for part in parts]
        return None if None in texts else between.join(text for text in texts if text is not None)


_BUILTINS = frozenset(dir(__builtins__) if not isinstance(__builtins__, dict) else __builtins__)


def _walk(tree: ast.AST) -> list[ast.AST]:
    """As `ast.walk`, without the nodes that only say load or store, which are half of all."""
    nodes = [tree]
    for node in nodes:
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, list):
                nodes += [item for item in value if isinstance(item, ast.AST)]
            elif isinstance(value, ast.AST) and name != "ctx":
                nodes.append(value)
    return nodes


def _is_reversal(index: ast.expr) -> bool:
    """Whether this is the index in text[::-1]."""
    if not isinstance(index, ast.Slice) or index.lower is not None or index.upper is not None:
        return False
    step = index.step
    return (
        isinstance(step, ast.UnaryOp)
        and isinstance(step.op, ast.USub)
        and isinstance(step.operand, ast.Constant)
        and step.operand.value == 1
    )


class _Own:
    """What the file itself defines."""

    def __init__(self, nodes: list[ast.AST]) -> None:
        self.names: set[str] = set()
        """Functions, classes, arguments, variables, and attributes it assigns."""
        self.attributes: set[str] = set()
        """Methods and other names of its classes, and attributes it assigns."""
        self.classes: set[str] = set()
        self.instances: set[str] = {"self", "cls"}
        """Names that stand for objects of its classes."""
        for node in nodes:
            if type(node) not in _DEFINING:
                continue
            if isinstance(node, _DEFINITIONS):
                self.names.add(node.name)
            elif isinstance(node, ast.arg):
                self.names.add(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.names.add(node.id)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                self.names.add(node.attr)
                self.attributes.add(node.attr)
            if isinstance(node, ast.ClassDef):
                self.classes.add(node.name)
                self.attributes |= _names_of_class(node)
        self.instances |= self.classes
        for node in nodes:
            if type(node) is ast.Assign and self.is_instance(node.value):
                self.instances |= {target.id for target in node.targets if isinstance(target, ast.Name)}

    def is_instance(self, node: ast.expr) -> bool:
        """Whether an expression is certainly an object of a class of the file, or that class."""
        if isinstance(node, ast.Call):
            function = node.func
            return isinstance(function, ast.Name) and function.id in (*self.classes, "super")
        return isinstance(node, ast.Name) and node.id in self.instances


def _names_of_class(node: ast.ClassDef) -> set[str]:
    names = set()
    for item in node.body:
        if isinstance(item, _DEFINITIONS):
            names.add(item.name)
        elif isinstance(item, ast.Assign):
            names |= {target.id for target in item.targets if isinstance(target, ast.Name)}
        elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            names.add(item.target.id)
    return names

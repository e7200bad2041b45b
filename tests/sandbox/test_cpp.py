"""C++ submissions: honest ones of every style, hostile ones at compile time and at run time, and no compiler at all."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.cpp import compiler, planting
from sandbox.cpp.rules import violation
from sandbox.cpp.settings import Cpp
from sandbox.errors import ProblemError
from sandbox.judge import Judge
from sandbox.library import load_problem, load_problems
from sandbox.problem import JudgeResult, Problem, Verdict
from sandbox.trees import Place
from tests.sandbox.surroundings import Surroundings

pytestmark = pytest.mark.skipif(compiler.compiler_path() is None, reason="g++ is not installed")

RIGHT = """
long long total(const std::vector<long long>& x) {
    long long sum = 0;
    for (long long each : x) sum += each;
    return sum;
}
"""

YAML = """
slug: cpp-total
title: {zh: 求和, en: Sum}
category: algorithm
kind: function
entry: total
signature: 'def total(x: list[int]) -> int'
contract: Return the sum of the ints in x; the empty list raises IndexError. x stays as it is.
compare: {mode: exact, values: json}
limits: {time_s: 1, memory_mb: 128}
forbidden: {allow: []}
cpp: {signature: 'long long total(const vector<long long>& x)', forbidden: [accumulate]}
topics: [test]
difficulty: 1
hints: [{zh: 一, en: one}, {zh: 二, en: two}, {zh: 三, en: three}]
samples: [{args: [[1, 2]], output: 3}]
"""

CASES = """
from sandbox.case import Case

def cases(rng):
    yield Case.of("large numbers", [10**10, -3])
    yield Case.of("many", rng.integers(-9, 10, 1000).tolist())
"""


@pytest.fixture(scope="module")
def total(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    """def total(x: list[int]) -> int, also in C++."""
    folder = tmp_path_factory.mktemp("problems") / "cpp-total"
    folder.mkdir()
    texts = {
        "problem.yaml": YAML,
        "cases.py": CASES,
        "reference.py": "def total(x):\n    return sum(x)\n",
        "starter.py": "def total(x): ...\n",
        "starter.cpp": "long long total(const std::vector<long long>& x) { return 0; }\n",
        "statement.zh.md": "求和\n",
        "statement.en.md": "Sum\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_problem(folder)


def judged(judge: Judge, problem: Problem, source: str, language: str = "en") -> JudgeResult:
    return judge.judge(problem, source, language=language, code_language="cpp")


def body(text: str) -> str:
    return f"#include <bits/stdc++.h>\nusing namespace std;\nlong long total(vector<long long>& x) {{\n{text}\n}}\n"


# What honest candidates write.


SUM = "long long s = 0; for (auto e : x) s += e; return s;"
HONEST = {
    "const reference": RIGHT,
    "int defined away": "#define int long long\n" + RIGHT + "signed main() { return 0; }",
    "generic lambda": "auto all = [](auto& x) { " + SUM + " };\n" + body("return all(x);"),
    "other types": "__int128 total(std::deque<__int128> x) noexcept { " + SUM + " }",
    "threads": "#include <thread>\n"
    + body("long long s = 0; thread([&] { for (auto e : x) s += e; }).join();return s;"),
    "prints": body('cerr << "加 " << x.size() << endl; printf("no newline"); ' + SUM),
}


@pytest.mark.parametrize("source", [pytest.param(source, id=name) for name, source in HONEST.items()])
def test_honest_code_is_accepted(judge: Judge, total: Problem, source: str) -> None:
    result = judged(judge, total, source)

    assert result.verdict == Verdict.ACCEPTED, result.message


def test_what_is_printed_comes_back(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, body('cout << "到这里"; printf("here"); return 0;'))

    assert "到这里" in result.printed
    assert "here" in result.printed


def test_a_wrong_answer_shows_input_expected_and_got(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, body("return 7;"))

    assert result.verdict == Verdict.WRONG_ANSWER
    for part in ("[1, 2]", "expected 3", "got 7"):
        assert part in result.message


def test_a_number_that_does_not_fit_the_parameter_is_told(judge: Judge, total: Problem) -> None:
    source = "int total(const std::vector<int>& x) { int s = 0; for (int e : x) s += e; return s; }"

    result = judged(judge, total, source)

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert "10000000000 does not fit into int" in result.message


def test_a_changed_reference_argument_is_noticed(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, body("long long s = 0; for (auto& e : x) { s += e; e = 0; } return s;"))

    assert result.verdict == Verdict.WRONG_ANSWER
    assert "argument x was modified" in result.message


def test_an_exception_keeps_its_cpp_name_and_message(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, body('throw out_of_range("没有这个下标");'))

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert "std::out_of_range: 没有这个下标" in result.message


def test_text_that_is_not_utf8_does_not_break_the_judge(judge: Judge) -> None:
    problem = load_problems().problems["longest-substring-without-repeating"]

    result = judged(
        judge, problem, '#include <string>\nstd::string length_of_longest_substring(std::string) { return "\\xff"; }'
    )

    assert result.verdict == Verdict.RUNTIME_ERROR


# What does not compile.


def test_a_compile_error_names_line_and_reason(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, "long long total(const std::vector<long long>& x) {\n    return y\n}\n", "zh")

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert "编译错误" in result.message
    assert "solution.cpp:2" in result.message
    assert "glue" not in result.message
    assert "mianjing" not in result.message


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="nothing"),
        pytest.param("long long sum(std::vector<long long> x) { return 0; }", id="other name"),
        pytest.param("long long total(std::vector<long long> x, int y) { return 0; }", id="one parameter more"),
        pytest.param("struct Own {}; Own total(std::vector<long long> x) { return {}; }", id="type of its own"),
        pytest.param("struct total {};", id="no function"),
    ],
)
def test_a_missing_entry_or_another_signature_is_told(judge: Judge, total: Problem, source: str) -> None:
    result = judged(judge, total, source)

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert "long long total(const vector<long long>& x)" in result.message


def test_a_function_that_is_only_declared_is_told(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, "long long helper();\nlong long total(std::vector<long long> x) { return helper(); }")

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert "undefined reference to `helper()'" in result.message


def test_errors_without_end_are_cut(judge: Judge, total: Problem) -> None:
    nested = "template<class T> struct A { typename T::x y; }; " + "A<" * 200 + "int" + ">" * 200 + " a;"

    result = judged(judge, total, nested + RIGHT)

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert 0 < len(result.message) < 3000


def test_a_forbidden_name_of_the_standard_library_is_rejected(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, "#include <numeric>\n" + body("return std::accumulate(x.begin(), x.end(), 0LL);"))

    assert result.verdict == Verdict.REJECTED
    assert "Line 5" in result.message


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("#include <stack>", 1),
        ("\n# include  <stack>", 2),
        ("std :: stack", 1),
        ("stack<int> s;", 1),
        ("int n = 1'000; stack<int> s; char c = 'x';", 1),
        ('auto r = R"(\n)"; std::stack<int> s;', 2),
    ],
)
def test_rule_finds(source: str, line: int) -> None:
    assert violation(source, ["stack"]) == ("stack", line)


@pytest.mark.parametrize(
    "source",
    [
        "// std::stack",
        "/* stack<int> */",
        '"std::stack<int>"',
        "std::vector<int> stack;",
        'R"x(std::stack)x"',
        "my_stack<int> s;",
    ],
)
def test_rule_leaves_alone(source: str) -> None:
    assert violation(source, ["stack"]) is None


# Hostile text, while it is compiled.


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text('"the-secret-of-the-host"\n', encoding="utf-8")
    os.chmod(path, 0o644)
    return path


READING = {
    "include": '#include "{path}"\n',
    "include of the home folder": f'#include "{Path.home()}/.bashrc"\n#include "{{path}}"\n',
    "through /proc": '#include "/proc/self/root{path}"\n',
    "up from here": '#include "../../../../../../../../..{path}"\n',
    "assembler": 'asm(".incbin \\"{path}\\"");\n',
    "assembler text": 'asm(".include \\"{path}\\"");\n',
    "passwd": '#include "/etc/passwd"\n',
    "environment": '#include "/proc/self/environ"\n',
}


@pytest.mark.parametrize("how", READING)
def test_the_compiler_cannot_read_files_of_the_host(any_judge: Judge, total: Problem, secret: Path, how: str) -> None:
    result = judged(any_judge, total, READING[how].format(path=secret) + RIGHT)

    assert result.verdict == Verdict.RUNTIME_ERROR
    for leaked in ("the-secret", "root:", "PATH="):
        assert leaked not in result.message


def test_whether_a_file_of_the_host_exists_is_not_told(judge: Judge, total: Problem, secret: Path) -> None:
    if judge.isolation.level < 3:
        pytest.skip("without namespaces the existence of files is visible")
    source = f'#if __has_include("{secret}")\n#error it exists\n#endif\n{RIGHT}'

    assert judged(judge, total, source).verdict == Verdict.ACCEPTED


def test_the_judges_own_code_cannot_be_included(judge: Judge, total: Problem) -> None:
    reference = total.folder / "reference.py"

    result = judged(judge, total, f'#include "{reference}"\n{RIGHT}')

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert "sum(x)" not in result.message


GREEDY = {
    "templates without end": (
        "template<int N, int M> struct B { static constexpr long long v = B<N-1, M>::v + B<N-1, M + (1 << N)>::v; };\n"
        "template<int M> struct B<0, M> { static constexpr long long v = M; };\nlong long bomb = B<26, 0>::v;\n"
    ),
    "constexpr without end": (
        "constexpr unsigned long long spin() { unsigned long long n = 0; while (true) ++n; return n; }\n"
        "constexpr auto bomb = spin();\n"
    ),
    "recursive include": '#include "solution.cpp"\n',
    "macro bomb": "#define A x+x+x+x+x+x+x+x\n"
    + "".join(f"#define {b} {'+'.join([a] * 10)}\n" for a, b in zip("ABCDEFGH", "BCDEFGHI", strict=True))
    + "int x; long long bomb = I;\n",
    "giant array with values": "int giant[400000000] = {1};\n",
    "giant assembler block": 'asm(".data; .zero 20000000000");\n',
    "assembler without end": 'asm(".rept 2000000000; .quad 1; .endr");\n',
    "include of a device": '#include "/dev/zero"\n',
}


@pytest.mark.parametrize("how", GREEDY)
def test_greed_at_compile_time_is_stopped(
    judge: Judge, total: Problem, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The same wall, nearer: what it stops would otherwise heat the machine for a minute.
    monkeypatch.setattr("sandbox.cpp.walls.CPU_SECONDS", 3)
    monkeypatch.setattr("sandbox.cpp.walls.MEMORY_BYTES", 768 << 20)

    result = judged(judge, total, GREEDY[how] + RIGHT)

    assert result.verdict in {
        Verdict.TIME_LIMIT, Verdict.MEMORY_LIMIT, Verdict.OUTPUT_LIMIT, Verdict.RUNTIME_ERROR,
    }, result.message  # fmt: skip
    assert len(result.message) < 4000
    assert judged(judge, total, RIGHT).verdict == Verdict.ACCEPTED


# Hostile code, while it runs.

CRASHES = {
    "null pointer": ("*(volatile int*)nullptr = 1; return 0;", "SIGSEGV", "segmentation fault"),
    "endless recursion": (
        "function<long long(long long)> f = [&](long long n) { volatile char a[500]; a[0] = n; return f(n + 1) + *a; };"
        " return f(0);",
        "SIGSEGV",
        "stack overflow",
    ),
    "division by zero": ("volatile int zero = 0; return 7 / zero;", "SIGFPE", "division"),
    "abort": ("abort();", "SIGABRT", "aborted"),
    "assertion": ("assert(x.empty()); return 0;", "SIGABRT", "failed assertion"),
    "index out of range": ("return x[x.size()];", "SIGABRT", "bounds check"),
    "uncaught in a thread": ("std::jthread t([] { throw 1; }); return 0;", "SIGABRT", "exception"),
    "no return": ("x.empty() ? (void)0 : __builtin_trap();", "SIGILL", "return"),
    "double delete": ("int* volatile p = new int; delete p; delete p; return 0;", "SIGABRT", "aborted"),
}


@pytest.mark.parametrize("how", CRASHES)
def test_a_crash_is_named(judge: Judge, total: Problem, how: str) -> None:
    text, signal, reason = CRASHES[how]

    result = judged(judge, total, "#include <thread>\n" + body(text))

    assert result.verdict == Verdict.RUNTIME_ERROR
    assert signal in result.message, (result.message, result.printed)
    assert reason in result.message
    assert judged(judge, total, RIGHT).verdict == Verdict.ACCEPTED


ENDINGS = {
    "endless loop": ("for (volatile int i = 0;; ) i = i + 1;", Verdict.TIME_LIMIT),
    "sleep": ("for (;;) pause();", Verdict.TIME_LIMIT),
    "signals blocked": (
        "sigset_t s; sigfillset(&s); sigprocmask(SIG_BLOCK, &s, 0); for (;;) x[0]++;",
        Verdict.TIME_LIMIT,
    ),
    "memory bomb": ("vector<vector<char>> v; for (;;) v.emplace_back(1 << 20, 'x');", Verdict.MEMORY_LIMIT),
    "one huge allocation": ("return vector<char>(1LL << 40, 'x')[5];", Verdict.MEMORY_LIMIT),
    "printf flood": ('for (;;) printf("flood");', Verdict.OUTPUT_LIMIT),
    "exit": ("exit(0);", Verdict.RUNTIME_ERROR),
    "quick exit by system call": ("syscall(231, 0); return 0;", Verdict.RUNTIME_ERROR),
    "all descriptors closed": ("for (int i = 0; i < 64; ++i) close(i); return 3;", Verdict.RUNTIME_ERROR),
    "thread exit": ("pthread_exit(nullptr);", None),
    "longjmp away": ("jmp_buf b; memset(&b, 65, sizeof b); longjmp(b, 1);", Verdict.RUNTIME_ERROR),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_a_run_that_does_not_end_well_gets_its_verdict(judge: Judge, total: Problem, how: str) -> None:
    text, verdict = ENDINGS[how]

    result = judged(judge, total, "#include <csetjmp>\n#include <pthread.h>\n#include <sys/syscall.h>\n" + body(text))

    assert result.verdict == verdict or (verdict is None and result.verdict != Verdict.ACCEPTED), result.message
    assert judged(judge, total, RIGHT).verdict == Verdict.ACCEPTED


def test_code_that_runs_when_it_is_loaded_is_watched_too(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, "static int early = [] { _exit(0); return 1; }();" + RIGHT)

    assert result.verdict == Verdict.RUNTIME_ERROR


def test_a_global_array_that_does_not_fit_is_a_matter_of_memory(judge: Judge, total: Problem) -> None:
    result = judged(judge, total, "static char giant[1 << 30]; " + RIGHT + "char* used() { return giant; }")

    assert result.verdict == Verdict.MEMORY_LIMIT, result.message


FORGERIES = {
    "a frame on the channel": 'unsigned char f[9] = {1, 0, 0, 0, 0, 0, 0, 0, \'T\'}; write(4, f, 9); for (;;) pause();',
    "garbage on every descriptor": 'for (int i = 0; i < 16; ++i) write(i, "AAAAAAAAAAAAAAAA", 16); return 3;',
    "half a frame": 'unsigned long long n = 1 << 20; write(4, &n, 8); _exit(0);',
    "a huge frame": 'unsigned long long n = 1ULL << 62; write(4, &n, 8); for (;;) pause();',
    "the answer before the question": (
        "unsigned char f[9] = {1, 0, 0, 0, 0, 0, 0, 0, 'N'}; for (int i = 0; i < 5; ++i) write(4, f, 9); return 3;"
    ),
    "the harness's answer buffer": 'mianjing::answer = string(100, \'T\'); return 4;',
    "a forged crash report": (
        'mianjing_report_crash(4, 0, "\\1\\0\\0\\0\\0\\0\\0\\0T", 9, -1); *(volatile int*)0 = 1; return 0;'
    ),
    "the interpreter it runs in": 'extern "C" int PyRun_SimpleString(const char*) __attribute__((weak)); return 4;',
}  # fmt: skip


@pytest.mark.parametrize("how", FORGERIES)
def test_a_forgery_does_not_pass(judge: Judge, total: Problem, how: str) -> None:
    text = FORGERIES[how]
    source = body(text)
    if text.startswith("extern"):
        declared, _, rest = text.partition(";")
        source = f"{declared};\n{body(rest)}"

    result = judged(judge, total, source)

    assert result.verdict not in {Verdict.ACCEPTED, Verdict.INTERNAL_ERROR}, result.message
    assert result.passed == 0
    assert judged(judge, total, RIGHT).verdict == Verdict.ACCEPTED


ESCAPES = {
    "open a file of the host": 'return open(PATH, O_RDONLY) >= 0;',
    "open by raw system call": (
        'long fd; asm volatile("syscall" : "=a"(fd) : "a"(2), "D"(PATH), "S"(0), "d"(0) : "rcx", "r11", "memory");'
        " return fd >= 0;"
    ),
    "write a file": 'return open("planted", O_CREAT | O_RDWR, 0600) >= 0;',
    "write a file in /tmp": 'return open("/tmp/planted", O_CREAT | O_RDWR, 0600) >= 0;',
    "socket": "return socket(AF_INET, SOCK_STREAM, 0) >= 0;",
    "fork": "pid_t p = fork(); if (p == 0) _exit(0); return p > 0;",
    "vfork by system call": "return syscall(SYS_vfork) >= 0;",
    "exec": 'char* a[] = {(char*)"/bin/sh", 0}; return execv(a[0], a) == 0;',
    "kill the parent": "return kill(getppid(), 0) == 0 || kill(1, 9) == 0;",
    "ptrace": "return ptrace(PTRACE_TRACEME, 0, 0, 0) == 0;",
    "new namespace": "return unshare(CLONE_NEWUSER) == 0;",
    "memory as a file": "return syscall(SYS_memfd_create, \"x\", 0) >= 0;",
    "shared memory": "return shmget(1, 4096, IPC_CREAT | 0600) >= 0;",
    "raise limits": "rlimit r{RLIM_INFINITY, RLIM_INFINITY}; return setrlimit(RLIMIT_AS, &r) == 0;",
    "list other submissions": (
        'DIR* d = opendir("."); int n = 0; while (dirent* e = d ? readdir(d) : 0)'
        " if (e->d_name[0] != '.') n += opendir(e->d_name) != 0; return n > 0;"
    ),
}  # fmt: skip
HEADERS = (
    "dirent.h", "fcntl.h", "sched.h", "signal.h", "sys/ipc.h", "sys/ptrace.h", "sys/resource.h", "sys/shm.h",
    "sys/socket.h", "sys/syscall.h", "sys/types.h", "unistd.h",
)  # fmt: skip


@pytest.mark.parametrize("how", ESCAPES)
def test_an_escape_is_contained(any_judge: Judge, total: Problem, secret: Path, how: str) -> None:
    """The code answers 1 where it got out; what stops it may also be a signal."""
    lines = "".join(f"#include <{name}>\n" for name in HEADERS) + f'#define PATH "{secret}"\n'
    attempt = f"static long long attempt() {{ {ESCAPES[how]} }}\n"

    result = judged(any_judge, total, lines + attempt + body("return attempt() ? 777001 : 777000;"))

    assert "777001" not in result.message, (result.message, result.printed)
    assert result.verdict in {Verdict.WRONG_ANSWER, Verdict.RUNTIME_ERROR}, result.message


def test_nothing_is_left_behind(judge: Judge, total: Problem, tmp_path: Path) -> None:
    around = Surroundings(tmp_path)
    judged(judge, total, RIGHT)
    around.remember()
    for source in (RIGHT, body("abort();"), body("for (;;) pause();"), "syntax error"):
        judged(judge, total, source)

    around.assert_unchanged()
    around.close()


# The machinery.


def test_a_planted_library_cannot_be_listed_and_is_taken_away(total: Problem, tmp_path: Path) -> None:
    with planting.planted(total, b"library", Place(tmp_path, "/empty")) as job:
        inside = Path(str(job["library"]))
        outside = tmp_path / inside.relative_to("/empty")
        assert outside.read_bytes() == b"library"
        assert outside.parent.stat().st_mode & 0o444 == 0
    assert list(tmp_path.iterdir()) == []


def test_the_same_text_is_compiled_once(total: Problem) -> None:
    with Judge() as judge:
        made = judge._compiler.compile(total, RIGHT, 1.0)

        assert judge._compiler.compile(total, RIGHT, 1.0) is made


def test_with_and_without_the_header_compiled_ahead_the_result_is_the_same(total: Problem) -> None:
    with Judge() as judge:
        plain = judge._compiler.compile(total, RIGHT, 1.0)
        judge._compiler.prepare()
        thread = judge._compiler._preparing
        assert thread is not None
        thread.join()
        assert judge._compiler._ready is not None
        judge._compiler._kept.clear()

        assert type(judge._compiler.compile(total, RIGHT, 1.0)) is type(plain) is bytes


def test_closing_removes_the_compilers_files(total: Problem) -> None:
    judge = Judge()
    judge._compiler.prepare()
    folder = judge._compiler._folder
    assert folder is not None
    assert folder.is_dir()

    judge.close()

    assert not folder.exists()


def test_without_a_compiler_the_judge_says_what_to_install(
    judge: Judge, total: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiler, "compiler_path", lambda: None)

    english = judged(judge, total, RIGHT + "// not kept")
    chinese = judged(judge, total, RIGHT + "// not kept", "zh")

    assert english.verdict == chinese.verdict == Verdict.INTERNAL_ERROR
    assert "apt install g++" in english.message
    assert "没有装 C++ 编译器" in chinese.message
    assert compiler.compiler_report()["compiler"] is None
    assert "apt install g++" in str(compiler.compiler_report()["missing"])


def test_a_compiler_that_cannot_be_started_is_no_fault_of_the_candidate(
    total: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiler, "compiler_path", lambda: "/usr/bin/no-such-compiler")
    with Judge() as judge:
        result = judged(judge, total, RIGHT)

    assert result.verdict == Verdict.INTERNAL_ERROR
    assert "g++" in result.message


def test_a_problem_without_cpp_says_so(judge: Judge) -> None:
    problem = load_problems().problems["nms"]

    result = judged(judge, problem, RIGHT)

    assert result.verdict == Verdict.REJECTED
    assert "Python only" in result.message


def test_results_of_a_class_come_back_by_operation(judge: Judge) -> None:
    problem = load_problems().problems["implement-stack"]
    source = (problem.folder / "solutions" / "wrong_no_check.cpp").read_text(encoding="utf-8")

    result = judged(judge, problem, source)

    assert "Operation 3 of 3" in result.message
    assert "SIGABRT" in result.message
    assert "Assertion" in result.printed


# What the loader refuses.


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("cpp: {", "cpp: {colour: red, ", "colour"),
        ("cpp: {", "cpp: {methods: {push: {call: push}}, ", "methods"),
        ("forbidden: [accumulate]", "forbidden: ['std::stack']", "forbidden"),
        ("allow: []", "allow: [torch]", "torch"),
    ],
)
def test_a_broken_cpp_key_is_refused_with_the_place(
    total: Problem, tmp_path: Path, old: str, new: str, reason: str
) -> None:
    folder = tmp_path / "cpp-total"
    shutil.copytree(total.folder, folder)
    text = (folder / "problem.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "problem.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ProblemError, match=reason):
        load_problem(folder)


def test_a_missing_starter_is_named(total: Problem, tmp_path: Path) -> None:
    folder = tmp_path / "cpp-total"
    shutil.copytree(total.folder, folder)
    (folder / "starter.cpp").unlink()

    with pytest.raises(ProblemError, match=r"starter\.cpp"):
        load_problem(folder)


def test_types_cannot_smuggle_code_into_the_glue() -> None:
    with pytest.raises(ValueError, match="takes"):
        Cpp.model_validate({"signature": "x", "methods": {"f": {"call": "f", "takes": ["int>(); evil("]}}})


def test_level_0_compiles_only_what_the_flag_lets_through(total: Problem) -> None:
    from sandbox import isolation

    weak = replace(
        isolation.available(), level=0, label="none", bubblewrap=None, landlock=0, seccomp=False, own_pids=False
    )
    with Judge(isolation=weak, allow_weak=True) as judge:
        result = judged(judge, total, RIGHT)

    assert result.verdict == Verdict.ACCEPTED, result.message
    assert "Warning" in result.isolation

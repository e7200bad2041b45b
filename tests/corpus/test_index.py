import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.embed import GlossaryEmbeddings
from corpus.errors import IndexBackendError, IndexClosedError, IndexLockedError, QuestionIndexError
from corpus.index import QuestionIndex
from corpus.report import Answer, Kind, Question, Source
from corpus.search import HybridSearch

ROOT = Path(__file__).parents[2]


def question(name: str, text: str = "什么是批归一化", **fields: object) -> Question:
    given: dict[str, object] = {
        "company": "甲视觉",
        "round": "一面",
        "date": None,
        "kind": Kind.FUNDAMENTALS,
        "source": (Source(file="a.txt", line=3),),
        **fields,
    }
    return Question.model_validate({"id": name, "text": text, **given})


@pytest.fixture
def index(tmp_path: Path) -> Iterator[QuestionIndex]:
    with QuestionIndex(tmp_path / "index") as opened:
        yield opened


def test_questions_come_back_whole(index: QuestionIndex):
    whole = question(
        "q",
        date="2022-03-25",
        text_en="What is BN?",
        topics=("BatchNorm",),
        follows="p",
        answers=(Answer(by="candidate", text="不知道"),),
        notes=("要讲滑动平均",),
        rubric="bn",
    )
    index.upsert([whole])
    index.close()
    index.open()
    assert index.questions() == [whole]


def test_upsert_twice_adds_nothing(index: QuestionIndex):
    questions = [question("a"), question("b")]
    assert index.upsert(questions) == 2
    before = index.revision()
    assert index.upsert(questions) == 0
    assert index.count() == 2
    assert index.revision() == before


def test_changed_question_replaces_the_old_one(index: QuestionIndex):
    index.upsert([question("a", notes=("旧",), date="2022")])
    assert index.upsert([question("a", "反转链表")]) == 0
    assert index.questions() == [question("a", "反转链表")]
    assert HybridSearch(index).search("反转链表", k=1)[0].question.id == "a"


def test_last_of_a_repeated_id_counts(index: QuestionIndex):
    assert index.upsert([question("a", "一"), question("a", "二")]) == 1
    assert index.questions()[0].text == "二"


def test_nothing_to_upsert_is_fine(index: QuestionIndex):
    assert index.upsert([]) == 0
    assert HybridSearch(index).search("什么") == []


def test_remove_file_takes_only_that_file(index: QuestionIndex):
    index.upsert([question("a"), question("b", source=(Source(file="b.txt", line=1),))])
    index.upsert([question("c")], file="shipped.md")
    assert index.remove_file("a.txt") == 1
    assert index.remove_file("a.txt") == 0
    assert [each.id for each in index.questions()] == ["b", "c"]
    assert index.remove_file("shipped.md") == 1


def test_question_without_source_can_be_stored(index: QuestionIndex):
    assert index.upsert([question("a", source=())]) == 1


def test_rebuild_keeps_questions_and_files(index: QuestionIndex):
    index.upsert([question("a"), question("b", "反转链表")], file="x.md")
    assert index.rebuild() == 2
    assert HybridSearch(index).search("链表反转", k=1)[0].question.id == "b"
    assert index.remove_file("x.md") == 2


def test_info_names_what_vectors_depend_on(index: QuestionIndex):
    info = index.info()
    assert info["mode"] == "owner"
    assert info["questions"] == 0
    for part in ("embedder", "version", "dimension"):
        assert str(info[part]) in str(info["collection"])


def test_another_embedding_takes_over_the_questions(tmp_path: Path):
    with QuestionIndex(tmp_path, embedder=GlossaryEmbeddings(dimension=64)) as old:
        old.upsert([question("a")], file="x.md")
        collection = old.info()["collection"]
    with QuestionIndex(tmp_path) as new:
        assert new.info()["collection"] != collection
        assert HybridSearch(new).search("BN", k=1)[0].question.id == "a"
        assert new.remove_file("x.md") == 1
    with QuestionIndex(tmp_path, embedder=GlossaryEmbeddings(dimension=64)) as old:
        assert old.count() == 0, "a removed question must not come back from a collection left behind"


def test_use_before_open_is_told(tmp_path: Path):
    with pytest.raises(IndexClosedError, match="open"):
        QuestionIndex(tmp_path).count()


HOLD = """
import sys
from pathlib import Path
from corpus.index import QuestionIndex
with QuestionIndex(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def owned(tmp_path: Path) -> Iterator[Path]:
    """An index folder with one question, owned by another process."""
    with QuestionIndex(tmp_path) as index:
        index.upsert([question("a")])
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == b"held\n"
        (tmp_path / "expected.pid").write_text(str(owner.pid))
        yield tmp_path
        owner.communicate()


def test_second_process_is_told_who_owns_it_and_what_to_do(owned: Path):
    with pytest.raises(IndexLockedError) as caught:
        QuestionIndex(owned).open()
    message = str(caught.value)
    assert (owned / "expected.pid").read_text() in message
    assert "MIANJING_CHROMA_URL" in message


def test_second_process_may_search_but_not_write(owned: Path):
    with QuestionIndex(owned, when_locked="read") as reader:
        assert reader.info()["mode"] == "reader"
        assert [hit.question.id for hit in HybridSearch(reader).search("batch norm")] == ["a"]
        assert reader.upsert([question("a")]) == 0
        with pytest.raises(IndexLockedError):
            reader.upsert([question("b")])
        with pytest.raises(IndexLockedError):
            reader.remove_file("a.txt")
        with pytest.raises(IndexLockedError):
            reader.rebuild()


def test_reader_leaves_chroma_unopened(owned: Path):
    code = (
        "import sys; from pathlib import Path; from corpus.index import QuestionIndex as I;"
        "from corpus.search import HybridSearch as H;"
        "i = I(Path(sys.argv[1]), when_locked='read').open(); H(i).search('BN');"
        "print('chromadb' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(owned)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


def test_reader_follows_the_owner(index: QuestionIndex):
    index.upsert([question("a")])
    with QuestionIndex(index.path, when_locked="read") as reader:
        search = HybridSearch(reader)
        assert search.search("反转链表") == []
        index.upsert([question("b", "反转链表")])
        assert search.search("反转链表")[0].question.id == "b"
        index.remove_file("a.txt")
        assert reader.count() == 0


def test_damaged_chroma_folder_is_told_and_does_not_keep_the_lock(tmp_path: Path):
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 500)
    index = QuestionIndex(tmp_path)
    with pytest.raises(IndexBackendError, match="not a database"):
        index.open()
    with FileLock(tmp_path / "index.lock", timeout=0):
        assert not (tmp_path / "owner.pid").exists()


def test_damaged_file_of_a_reader_names_the_line(index: QuestionIndex):
    index.upsert([question("a")])
    stored = index.path / "questions.jsonl"
    stored.write_text(stored.read_text("utf-8").replace('"question":{', '"question":{"odd":1,', 1), "utf-8")
    with pytest.raises(IndexBackendError) as caught:
        QuestionIndex(index.path, when_locked="read").open()
    assert caught.value.line == 3
    assert "questions.jsonl" in str(caught.value)


def test_what_a_killed_owner_left_unfinished_does_not_count(index: QuestionIndex):
    index.upsert([question("a")])
    stored = index.path / "questions.jsonl"
    whole = stored.read_bytes()
    index.upsert([question("b")])
    stored.write_bytes(stored.read_bytes()[:-20])
    with QuestionIndex(index.path, when_locked="read") as reader:
        assert [each.id for each in reader.questions()] == ["a"]
    index.close()
    assert whole in stored.read_bytes()
    assert {each.id for each in index.open().questions()} == {"a", "b"}, "Chroma has what the log lacks"


def test_lost_log_is_made_anew(index: QuestionIndex):
    index.upsert([question("a"), question("b", "反转链表")])
    index.close()
    (index.path / "questions.jsonl").unlink()
    index.open()
    with QuestionIndex(index.path, when_locked="read") as reader:
        assert HybridSearch(reader).search("链表反转", k=1)[0].question.id == "b"


WRITE_AND_REBUILD = """
import sys
from itertools import count
from pathlib import Path
from corpus.index import QuestionIndex
from tests.corpus.test_index import question
with QuestionIndex(Path(sys.argv[1])) as index:
    for number in count(index.count()):
        index.upsert([question(f"q{number}", f"第{number}题")], file="x.md")
        print(f"q{number}", flush=True)
        index.rebuild()
"""


def test_a_process_killed_while_writing_loses_nothing_it_stored(tmp_path: Path):
    stored = []
    for lines in (1, 8, 3):
        command = [sys.executable, "-c", WRITE_AND_REBUILD, str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as owner:
            assert owner.stdout is not None
            stored += [owner.stdout.readline().strip() for _ in range(lines)]
            owner.kill()
            # It may have stored more before it was killed.
            stored += owner.stdout.read().split()
        with QuestionIndex(tmp_path) as index:
            assert set(stored) <= {each.id for each in index.questions()}
            with QuestionIndex(tmp_path, when_locked="read") as reader:
                assert reader.questions() == index.questions()
    with QuestionIndex(tmp_path) as index:
        assert index.remove_file("x.md") >= len(stored) == len(set(stored))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    port = free_port()
    chroma = str(Path(sys.executable).with_name("chroma"))
    command = [chroma, "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def test_two_clients_share_a_server(server: str, tmp_path: Path):
    with QuestionIndex(tmp_path, server) as one, QuestionIndex(tmp_path, server) as two:
        assert one.info()["mode"] == "server"
        assert one.upsert([question("a")]) == 1
        assert two.upsert([question("a"), question("b", "反转链表")]) == 1
        assert HybridSearch(one).search("reverse linked list")[0].question.id == "b"
        assert two.rebuild() == 2
        assert one.remove_file("a.txt") == 2
        assert two.count() == 0


WRITE = """
import sys
from pathlib import Path
from corpus.index import QuestionIndex
from tests.corpus.test_index import question
with QuestionIndex(Path(sys.argv[1]), sys.argv[2]) as index:
    for number in range(20):
        index.upsert([question(f"{sys.argv[3]}-{number}", f"第{number}题")])
"""


def test_two_processes_write_to_a_server_at_once(server: str, tmp_path: Path):
    with QuestionIndex(tmp_path, server) as watching:
        commands = ([sys.executable, "-c", WRITE, str(tmp_path), server, name] for name in ("one", "two"))
        writers = [subprocess.Popen(command, cwd=ROOT) for command in commands]
        assert [writer.wait() for writer in writers] == [0, 0]
        assert watching.count() == 40


def test_unreachable_server_is_named(tmp_path: Path):
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(IndexBackendError, match=url):
        QuestionIndex(tmp_path, url).open()


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(QuestionIndexError, match="cannot be written here"), QuestionIndex(tmp_path / "file" / "index"):
        pass

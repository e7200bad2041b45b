"""Settings that are changed while the program runs: where they come from, what is kept, what is put in force."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Settings, read_settings
from bot.errors import MianjingError
from bot.services import Services
from bot.settings_file import is_fixed, origin_of, save, with_changes

WRITTEN = """# Ours since spring.
model = "qwen"   # the small one

chroma_url = "http://127.0.0.1:8000"
"""


@pytest.fixture
def file(data_folder: Path) -> Path:
    data_folder.mkdir()
    (data_folder / "settings.toml").write_text(WRITTEN, encoding="utf-8")
    return data_folder / "settings.toml"


def test_comments_and_other_keys_stay(file: Path) -> None:
    file.chmod(0o600)
    save(file.parent, {"model": "glm", "tokens_per_month": 5000, "base_url": 'http://h/"v1"'})
    kept = file.read_text(encoding="utf-8")
    assert kept.startswith('# Ours since spring.\nmodel = "glm"   # the small one\n')
    assert 'chroma_url = "http://127.0.0.1:8000"' in kept
    assert file.stat().st_mode & 0o777 == 0o600
    found = read_settings(file.parent)
    assert (found.model, found.tokens_per_month, found.base_url) == ("glm", 5000, 'http://h/"v1"')
    save(file.parent, {"model": None, "tokens_per_month": None, "gguf": None})
    assert read_settings(file.parent).model is None
    assert "# Ours since spring." in file.read_text(encoding="utf-8")
    assert list(file.parent.iterdir()) == [file]


def test_a_first_setting_makes_folder_and_file(data_folder: Path) -> None:
    save(data_folder, {"model": "面试官"})
    assert read_settings(data_folder).model == "面试官"


@pytest.mark.parametrize("text", ["model = ", "\udcff"])
def test_a_file_that_cannot_be_kept_is_not_touched(text: str, file: Path) -> None:
    before = text.encode("utf-8", "surrogateescape")
    file.write_bytes(before)
    with pytest.raises(MianjingError, match=r"settings\.toml"):
        save(file.parent, {"model": "glm"})
    assert file.read_bytes() == before


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(MianjingError, match="没能保存"):
        save(tmp_path / "file", {"model": "glm"})


def test_where_each_value_comes_from(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    settings = read_settings(file.parent).model_copy(update={"embedding_model": "vectors"})
    assert origin_of(settings, "api_key") == ("environment", "OPENAI_API_KEY")
    assert origin_of(settings, "model") == ("file", str(file))
    assert origin_of(settings, "embedding_model").kind == "here"
    assert origin_of(settings, "base_url").kind == origin_of(settings, "scorer").kind == "default"
    monkeypatch.setenv("MIANJING_MODEL", "glm")
    assert origin_of(settings, "model") == ("environment", "MIANJING_MODEL")


def test_an_address_is_fixed_as_long_as_its_key_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read_settings(file.parent)

    def fixed() -> set[str]:
        return {name for name in ("base_url", "api_key", "voice_url", "model") if is_fixed(settings, name)}

    assert fixed() == set()
    file.write_text('voice_api_key = "sk-1"', encoding="utf-8")
    assert fixed() == {"voice_url"}
    monkeypatch.setenv("OPENAI_API_KEY", "sk-2")
    assert fixed() == {"voice_url", "base_url", "api_key"}
    monkeypatch.setenv("MIANJING_MODEL", "glm")
    assert "model" in fixed()


def test_only_variables_with_our_own_names_count(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIANJING_DATA", str(file.parent))
    plain = read_settings()
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "7")
        monkeypatch.setenv(name, "7")
    assert read_settings() == plain
    assert plain.model is not None, "the file in the folder that the variable names is read"


def test_the_environment_comes_before_the_file_and_a_given_value_before_both(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_file = read_settings(file.parent).model
    monkeypatch.setenv("MIANJING_MODEL", "of-the-environment")
    assert in_file != read_settings(file.parent).model == "of-the-environment"
    assert read_settings(file.parent, model="given").model == "given"


def test_changes_are_checked_before_anything_else(file: Path) -> None:
    settings = read_settings(file.parent)
    changed = with_changes(settings, {"tokens_per_month": "70", "model": None, "gguf": "/m.gguf"}, SecretStr("k"))
    assert (changed.tokens_per_month, changed.model, changed.gguf) == (70, None, Path("/m.gguf"))
    assert changed.chroma_url == settings.chroma_url
    for wrong in ({"tokens_per_month": "-1"}, {"tokens_per_interview": "many"}, {"scorer": "me"}):
        with pytest.raises(MianjingError, match=next(iter(wrong))):
            with_changes(settings, wrong, None)


def test_other_settings_hold_at_once(services: Services, tmp_path: Path) -> None:
    assert services.answer_scorer() is services.scorer
    first = tmp_path / "a.gguf"
    services.reconfigure(services.settings.model_copy(update={"gguf": first}))
    served = services.model_file
    assert served is not None
    assert served.file == first
    assert services.answer_scorer() is not services.scorer
    services.reconfigure(services.settings.model_copy(update={"tokens_per_month": 9}))
    assert services.model_file is served
    services.reconfigure(services.settings.model_copy(update={"gguf": tmp_path / "b.gguf"}))
    assert services.model_file is not served
    services.reconfigure(Settings(data=services.settings.data))
    assert services.model_file is None
    assert services.answer_scorer() is services.scorer


class _SavedMeanwhile(Services):
    """Settings change each time that they are looked at."""

    looked_at: Iterator[Settings]

    @property
    def settings(self) -> Settings:  # type: ignore[override]
        return next(self.looked_at)

    @settings.setter
    def settings(self, settings: Settings) -> None:
        without = settings.model_copy(update={"model": None})
        self.looked_at = itertools.cycle([without, settings, settings, without, settings])


def test_settings_saved_during_a_request_fail_nothing(tmp_path: Path) -> None:
    services = _SavedMeanwhile(Settings(data=tmp_path, model="m", base_url="http://127.0.0.1:9/v1"))
    for _ in range(10):
        services.interviewer("zh", 1)
        services.answer_scorer()
    services.close()

"""Settings: environment variables, the file `settings.toml` in the data folder, and the folders that follow from them.
Read once, at the edge, and passed on.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.errors import BadInput, UsageError

SETTINGS_FILE = "settings.toml"


def _default_data() -> Path:
    return user_data_path("mianjing", appauthor=False)


class Settings(BaseSettings):
    """What the environment says, and where it is silent, `settings.toml`, whose keys are the names of the fields here.
    A blank variable counts as unset.

    Raises:
        BadInput: the file cannot be read, or has a key that is none.
    """

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, populate_by_name=True, frozen=True)

    data: Path = Field(default_factory=_default_data, validation_alias="MIANJING_DATA")
    """Folder of everything the program stores."""
    model: str | None = Field(default=None, validation_alias="MIANJING_MODEL")
    base_url: str | None = Field(default=None, validation_alias="OPENAI_BASE_URL")
    api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    gguf: Path | None = Field(default=None, validation_alias="MIANJING_GGUF")
    """A model file that is served on this machine and takes the place of the endpoint."""
    scorer: Literal["llm", "lexical"] = Field(default="llm", validation_alias="MIANJING_SCORER")
    """Who scores answers where there is an endpoint; the lexical scorer does where there is none."""
    embedding_model: str | None = Field(default=None, validation_alias="MIANJING_EMBEDDING_MODEL")
    speech_model: str | None = Field(default=None, validation_alias="MIANJING_SPEECH_MODEL")
    """Reads the interviewer's words aloud; None for silence."""
    transcription_model: str | None = Field(default=None, validation_alias="MIANJING_TRANSCRIPTION_MODEL")
    """Writes down what the candidate says; None for no microphone."""
    voice: str | None = Field(default=None, validation_alias="MIANJING_VOICE")
    """Whose voice reads aloud, as the endpoint names it."""
    voice_url: str | None = Field(default=None, validation_alias="MIANJING_VOICE_URL")
    """Where both models answer, if not where the model does."""
    voice_api_key: SecretStr | None = Field(default=None, validation_alias="MIANJING_VOICE_API_KEY")
    """The key for `voice_url`, which is never sent `api_key`."""
    chroma_url: str | None = Field(default=None, validation_alias="MIANJING_CHROMA_URL")
    database_url: str | None = Field(default=None, validation_alias="MIANJING_DATABASE_URL")

    tokens_per_interview: int | None = Field(default=None, ge=0, validation_alias="MIANJING_TOKENS_PER_INTERVIEW")
    """Tokens from which an interview goes on without the endpoint; None for no ceiling."""
    tokens_per_month: int | None = Field(default=None, ge=0, validation_alias="MIANJING_TOKENS_PER_MONTH")
    """Tokens from which everything goes on without the endpoint until the month (UTC) is over."""

    price_in: float | None = Field(default=None, ge=0, allow_inf_nan=False, validation_alias="MIANJING_PRICE_IN")
    price_out: float | None = Field(default=None, ge=0, allow_inf_nan=False, validation_alias="MIANJING_PRICE_OUT")
    """Of a million tokens sent, and of a million received, in `currency`; None where the user did not say."""
    currency: str = Field(default="元", max_length=12, validation_alias="MIANJING_CURRENCY")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        # To name fields in code, `populate_by_name` is needed; a variable called MODEL or DATA is somebody else's.
        own = {variable_of(name).lower() for name in cls.model_fields}
        env_settings = EnvSettingsSource(settings_cls)
        env_settings.env_vars = {name: value for name, value in env_settings.env_vars.items() if name.lower() in own}
        # Sources name a field by its variable, whichever way it was given.
        data = {**env_settings(), **init_settings()}.get(variable_of("data")) or _default_data()
        return init_settings, env_settings, InitSettingsSource(settings_cls, keys_of(Path(data) / SETTINGS_FILE))

    @property
    def has_endpoint(self) -> bool:
        """True when an LLM can word the interviewer: a model file, or a model, and a base URL or a key."""
        named = self.model is not None and (self.base_url is not None or self.api_key is not None)
        return named or self.gguf is not None

    @property
    def listens(self) -> bool:
        """True when the candidate's voice can be written down."""
        return self.transcription_model is not None and self._has_voice_endpoint

    @property
    def reads_aloud(self) -> bool:
        """True when the interviewer's words can be read aloud."""
        return self.speech_model is not None and self._has_voice_endpoint

    @property
    def _has_voice_endpoint(self) -> bool:
        return self.voice_url is not None or self.base_url is not None or self.api_key is not None

    @property
    def model_name(self) -> str | None:
        """The model as it is named to the endpoint; of a model file without another name, the file's."""
        return self.model or (self.gguf.stem if self.gguf is not None else None)

    @property
    def reports_folder(self) -> Path:
        return self.data / "reports"

    @property
    def index_folder(self) -> Path:
        return self.data / "index"

    @property
    def problems_folder(self) -> Path:
        return self.data / "problems"

    @property
    def rubrics_folder(self) -> Path:
        return self.data / "rubrics"

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the transcripts."""
        return self.database_url or f"sqlite:///{self.data / 'interviews.sqlite3'}"


def read_settings(data: Path | None = None, **given: str | int | float) -> Settings:
    """The settings, with another data folder and other values where these are given.

    Raises:
        UsageError: a variable, or a key of the file, has a value that makes no sense.
        BadInput: the file cannot be read, or has a key that is none.
    """
    try:
        return Settings.model_validate(given if data is None else {"data": data, **given})
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        raise UsageError(
            f"{_names(str(wrong['loc'][0]))}: {wrong['input']!r} 不能用，请改正 (cannot be used): {wrong['msg']}"
        ) from None


def variable_of(field: str) -> str:
    """The environment variable of a field."""
    return str(Settings.model_fields[field].validation_alias)


def _names(name: str) -> str:
    """A setting as the environment and the file know it."""
    for field in Settings.model_fields:
        if name in (field, variable_of(field)):
            return f"{variable_of(field)}（{SETTINGS_FILE}: {field}）"
    return name


def keys_of(file: Path) -> dict[str, Any]:
    """What a settings file says; nothing where there is none.

    Raises:
        BadInput: it cannot be read, or has a key that is none.
    """
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise BadInput(f"{file}: 读不了设置 (cannot read the settings): {error}") from None
    known = [name for name in Settings.model_fields if name != "data"]
    if unknown := [key for key in found if key not in known]:
        raise BadInput(f"{file}: 没有这个设置 (unknown key): {unknown[0]!r}；可用 (known): {', '.join(known)}")
    return found

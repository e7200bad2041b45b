"""Settings: environment variables and the folders that follow from them. Read once, at the edge, and passed on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UsageError


class Settings(BaseSettings):
    """What the environment says. A blank value counts as unset."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, populate_by_name=True, frozen=True)

    data: Path = Field(
        default_factory=lambda: user_data_path("mianjing", appauthor=False),
        validation_alias=AliasChoices("data", "MIANJING_DATA"),
    )
    """Folder of everything the program stores."""
    model: str | None = Field(default=None, validation_alias=AliasChoices("model", "MIANJING_MODEL"))
    base_url: str | None = Field(default=None, validation_alias=AliasChoices("base_url", "OPENAI_BASE_URL"))
    api_key: SecretStr | None = Field(default=None, validation_alias=AliasChoices("api_key", "OPENAI_API_KEY"))
    scorer: Literal["llm", "lexical"] = Field(default="llm", validation_alias=AliasChoices("scorer", "MIANJING_SCORER"))
    """Who scores answers where there is an endpoint; the lexical scorer does where there is none."""
    embedding_model: str | None = Field(
        default=None, validation_alias=AliasChoices("embedding_model", "MIANJING_EMBEDDING_MODEL")
    )
    chroma_url: str | None = Field(default=None, validation_alias=AliasChoices("chroma_url", "MIANJING_CHROMA_URL"))
    database_url: str | None = Field(
        default=None, validation_alias=AliasChoices("database_url", "MIANJING_DATABASE_URL")
    )

    tokens_per_interview: int | None = Field(
        default=None, ge=0, validation_alias=AliasChoices("tokens_per_interview", "MIANJING_TOKENS_PER_INTERVIEW")
    )
    """Tokens from which an interview goes on without the endpoint; None for no ceiling."""
    tokens_per_month: int | None = Field(
        default=None, ge=0, validation_alias=AliasChoices("tokens_per_month", "MIANJING_TOKENS_PER_MONTH")
    )
    """Tokens from which everything goes on without the endpoint until the month (UTC) is over."""

    @property
    def has_endpoint(self) -> bool:
        """True when an LLM can word the interviewer: a model, and a base URL or a key."""
        return self.model is not None and (self.base_url is not None or self.api_key is not None)

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
    def database(self) -> str:
        """SQLAlchemy URL of the transcripts."""
        return self.database_url or f"sqlite:///{self.data / 'interviews.sqlite3'}"


def read_settings(data: Path | None = None) -> Settings:
    """The settings, with another data folder where one is given.

    Raises:
        UsageError: a variable has a value that makes no sense.
    """
    try:
        return Settings(data=data) if data is not None else Settings()
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        name = str(wrong["loc"][0])
        raise UsageError(f"{name}: {wrong['input']!r} 不能用，请改正 (cannot be used): {wrong['msg']}") from None

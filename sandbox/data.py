"""Base classes of the sandbox's data files."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Data(BaseModel):
    """Base of all sandbox data: immutable, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Data):
    """The same text in Chinese and English."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.zh

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import GlossaryError
from corpus.glossary import concepts_in, load_glossary, normalize, synonyms


def found(text: str) -> list[tuple[str, str]]:
    normalized = normalize(text)
    return [(match.concept, normalized[match.start : match.end]) for match in concepts_in(text)]


def write(folder: Path, text: str) -> Path:
    path = folder / "glossary.yaml"
    path.write_text(text, "utf-8")
    return path


def test_shipped_glossary_is_wide_and_mostly_bilingual():
    concepts = load_glossary().concepts.values()
    assert len(concepts) >= 350
    assert sum(bool(concept.zh and concept.en) for concept in concepts) >= 350


def test_every_shipped_term_is_found_as_its_own_concept():
    glossary = load_glossary()
    wrong = [
        (concept.id, term)
        for concept in glossary.concepts.values()
        for term in concept.terms
        if glossary.concept_of(term) != concept.id
    ]
    assert wrong == []


def test_normalize_unifies_width_case_and_invisible_characters():
    assert normalize("Ｂatch\u200bＮorm\ufeff，Ⅳ") == "batchnorm,iv"


@given(st.text())
def test_normalize_is_idempotent_and_leaves_no_format_character(text: str):
    once = normalize(text)
    assert normalize(once) == once
    assert not any(unicodedata.category(char) == "Cf" for char in once)


@pytest.mark.parametrize(
    "name", ["BN", "bn", "Batch Norm", "batch-norm", "batch_norm", "BatchNorm", "批归一化", "ＢＮ"]
)
def test_all_names_of_a_concept_are_one(name: str):
    assert [concept for concept, _ in found(f"讲讲 {name} 吧")] == ["batch-norm"]


def test_longest_term_wins():
    assert found("faster r-cnn") == [("faster-rcnn", "faster r-cnn")]
    assert found("多头自注意力") == [("multi-head-attention", "多头自注意力")]


def test_latin_terms_are_whole_words():
    assert found("urban gangs abnormal") == []
    assert found("用BN层前") == [("batch-norm", "bn层")]
    assert found("加了bn以后") == [("batch-norm", "bn")]


def test_plural_is_found_and_a_written_term_beats_a_derived_plural():
    assert found("GANs") == [("gan", "gans")]
    assert found("two losses") == [("loss-function", "losses")]
    assert found("the query embeddings")[-1] == ("embedding", "embeddings")


def test_offsets_count_in_normalised_text():
    text = "\u200b用 ＮＭＳ 去重"
    match = concepts_in(text)[0]
    assert normalize(text)[match.start : match.end] == "nms"


def test_opposites_are_not_synonyms():
    assert "min-heap" not in synonyms("大顶堆")
    assert "unordered_map" not in synonyms("std::map")
    assert "false negative" not in synonyms("false positive")


def test_synonyms_are_normalised_and_include_the_term():
    names = synonyms("Batch Norms")
    assert {"bn", "batch norm", "批归一化"} <= set(names)
    assert names == tuple(normalize(name) for name in names)


@pytest.mark.parametrize("term", ["", "  ", "紫色大象", "BN 和 LN"])
def test_synonyms_of_what_is_no_single_known_term_are_empty(term: str):
    assert synonyms(term) == ()


def test_wider_concepts_include_theirs():
    wider = load_glossary().wider("faster-rcnn")
    assert "two-stage" in wider
    assert "object-detection" in wider


def test_circle_of_wider_concepts_ends(tmp_path: Path):
    path = write(tmp_path, "concepts:\n  - {id: a, en: [aa], broader: [b]}\n  - {id: b, en: [bb], broader: [a]}\n")
    assert load_glossary(path).wider("a") == ("b",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("concepts:\n  - {id: a, en: [BN]}\n  - {id: b, en: [bn]}\n", "'bn' belongs to both 'a' and 'b'"),
        ("concepts:\n  - {id: a, en: [batch norm]}\n  - {id: b, en: [BatchNorm]}\n", "belongs to both"),
        ("concepts:\n  - {id: a, en: [x]}\n  - {id: a, en: [y]}\n", "defined twice"),
        ("concepts:\n  - {id: a}\n", "has no term"),
        ("concepts:\n  - {id: a, en: [x], broader: [nothing]}\n", "names 'nothing'"),
        ("concepts:\n  - {id: a, en: [x], de: [y]}\n", "concepts.0.de"),
        ("concepts:\n  - {id: A b, en: [x]}\n", "concepts.0.id"),
        ("concepts:\n  - {id: a, en: [yes]}\n", "concepts.0.en.0"),
        ("concepts:\n  - {id: a, en: ['-']}\n", "only of blanks and hyphens"),
        ("extra: 1\nconcepts: []\n", "extra"),
        ("", "glossary.yaml"),
    ],
)
def test_wrong_file_is_refused_with_the_reason(tmp_path: Path, text: str, says: str):
    with pytest.raises(GlossaryError, match=r"glossary\.yaml") as caught:
        load_glossary(write(tmp_path, text))
    assert says in str(caught.value)


def test_broken_yaml_names_the_line(tmp_path: Path):
    with pytest.raises(GlossaryError) as caught:
        load_glossary(write(tmp_path, "concepts:\n  - {id: a, en: [x}\n"))
    assert caught.value.line == 2


def test_missing_file_is_a_glossary_error(tmp_path: Path):
    with pytest.raises(GlossaryError, match="can't be read"):
        load_glossary(tmp_path / "none.yaml")

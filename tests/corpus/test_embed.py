import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.embed import GlossaryEmbeddings


def similarity(left: str, right: str) -> float:
    vectors = GlossaryEmbeddings().embed_array([left, right])
    return float(vectors[0] @ vectors[1])


def test_shape_and_type_follow_the_dimension():
    vectors = GlossaryEmbeddings(dimension=64).embed_array(["批归一化", "NMS", ""])
    assert vectors.shape == (3, 64)
    assert vectors.dtype == np.float32
    assert GlossaryEmbeddings().embed_array([]).shape == (0, 512)


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_gives_a_finite_unit_vector(text: str):
    vector = np.asarray(GlossaryEmbeddings().embed_query(text))
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_query_and_document_are_embedded_alike():
    embeddings = GlossaryEmbeddings()
    assert embeddings.embed_documents(["什么是 NMS"])[0] == embeddings.embed_query("什么是 NMS")


def test_two_languages_of_one_term_are_close_and_strangers_are_not():
    assert similarity("批归一化", "batch normalization") > 0.4
    assert similarity("批归一化", "反转链表") < 0.2


def test_wider_concept_is_closer_than_a_stranger():
    assert similarity("模型压缩", "通道剪枝") > similarity("模型压缩", "卡尔曼滤波") + 0.1


def test_filler_does_not_make_questions_alike():
    assert similarity("请介绍一下什么是批归一化", "请介绍一下什么是反转链表") < 0.2


def test_vectors_are_the_same_in_another_process():
    code = "from corpus.embed import GlossaryEmbeddings as G; print(G().embed_query('卷积 and GAN 的感受野'))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_version_follows_the_glossary(tmp_path: Path):
    path = tmp_path / "glossary.yaml"
    path.write_text("concepts:\n  - {id: a, en: [aa]}\n", "utf-8")
    changed = tmp_path / "changed.yaml"
    changed.write_text("concepts:\n  - {id: a, en: [aa, bb]}\n", "utf-8")
    assert GlossaryEmbeddings(glossary=path).version != GlossaryEmbeddings(glossary=changed).version

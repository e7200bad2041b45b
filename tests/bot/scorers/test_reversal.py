"""Claims turned round in words that no card lists, and honest answers that must not be taken for such."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import BadInput
from bot.schema import QuestionScore
from bot.scorers.cues import load_cues
from bot.scorers.lexical import LexicalScorer
from bot.scorers.polarity import load_antonyms, words_of
from bot.scorers.reading import Reading
from rubrics.load import load_rubrics

SCORER = LexicalScorer(load_rubrics())


def score(card: str, answer: str) -> QuestionScore:
    question = SCORER.rubrics[card].question
    return SCORER.score(card, answer, question.en if answer.isascii() else question.zh)


def contradicted(score: QuestionScore) -> set[str]:
    return {each.criterion for each in score.criteria if each.verdict == "contradicted"}


@pytest.mark.parametrize(
    ("card", "answer", "criterion"),
    [
        ("mobilenetv2-expansion", "ReLU loses nothing in low dimensions.", "relu-loss"),
        ("crf-random-walk", "The pairwise term rewards different labels on pixels alike in colour.", "pairwise"),
        ("vit-vs-cnn", "ViT 的注意力权重训练完就固定了，卷积核才随输入变化。", "data-specific"),
        ("dpo", "参考模型放一边，β 越大模型就能偏离参考模型越远。", "reference-and-beta"),
    ],
)
def test_a_claim_turned_round_is_contradicted(card: str, answer: str, criterion: str) -> None:
    found = score(card, answer)
    assert criterion in contradicted(found), found.criteria
    assert not found.fraction


@pytest.mark.parametrize(
    ("card", "answer"),
    [
        ("mobilenetv2-expansion", "ReLU loses much in low dimensions."),
        ("layernorm-vs-batchnorm", "有人说 LN 在整个 batch 上统计，BN 在单个样本内统计，其实不是。"),
        ("score-threshold-selection", "阈值调低，召回率就上升、精确率就下降。"),
        ("score-threshold-selection", "阈值调高，精确率上升，召回率下降。"),
        ("roc-auc", "AUC 是随便拿一正一负两个样本，正样本得分高于负样本的概率。"),
    ],
)
def test_the_same_said_the_other_way_is_no_contradiction(card: str, answer: str) -> None:
    assert not contradicted(score(card, answer))


def test_one_likeness_to_a_false_claim_is_forgiven_in_an_answer_that_is_right_otherwise() -> None:
    alike = "It lets you train in one framework and run in another."
    rest = (
        " An open format to exchange models between frameworks, so PyTorch exports and ONNX Runtime runs it."
        " The file is a protobuf with the graph of operators plus weights, versioned by opset."
        " Pain points: unsupported ops, control flow and dynamic shapes, so compare outputs after export."
    )
    assert contradicted(score("onnx-introduction", alike))
    assert not contradicted(score("onnx-introduction", alike + rest))


def test_a_false_claim_that_a_wording_of_the_card_has_is_never_forgiven() -> None:
    right = SCORER.rubrics["vit-vs-cnn"].model_answer.zh
    assert not contradicted(score("vit-vs-cnn", right))
    slip = score("vit-vs-cnn", right + "ViT 的归纳偏置很强，小数据上比 CNN 好。")
    assert "contradiction" in slip.flags or "self_contradiction" in slip.flags


@pytest.mark.parametrize(
    ("card", "answer", "criteria"),
    [
        ("crf-vs-hmm", "HMM is a discriminative, undirected model.", {"discriminative-generative"}),
        ("matting-vs-segmentation", "分割给出连续的 alpha，连半透明的头发丝也有。", {"soft-hard", "details"}),
    ],
)
def test_what_is_true_of_the_other_thing_is_contradicted(card: str, answer: str, criteria: set[str]) -> None:
    found = score(card, answer)
    assert criteria <= contradicted(found), found.criteria
    assert not found.fraction


@pytest.mark.parametrize(
    ("card", "answer", "criterion"),
    [
        ("crf-vs-hmm", "HMM 假设观测相互独立，CRF 不像它，可以用整个输入的任意特征。", "assumptions"),
        ("classification-metrics", "accuracy = (TP+TN)/(TP+TN+FP+FN)", "accuracy"),
        ("array-vs-linked-list", "数组按下标访问比链表快，O(1)。", "array-access"),
        ("fcn-upsampling", "用反卷积把得分图放大。", "transposed"),
    ],
)
def test_what_is_true_of_the_thing_itself_counts(card: str, answer: str, criterion: str) -> None:
    found = score(card, answer)
    assert not contradicted(found)
    assert criterion in {each.criterion for each in found.criteria if each.verdict == "full"}


@pytest.mark.parametrize(
    ("card", "answer"),
    [
        # The negation holds the word that it turns; what is compared with is not spoken of; waved aside.
        ("fcn-upsampling", "FCN 不用反卷积。"),
        ("adam-vs-sgd", "所以比 SGD 泛化更好。"),
        ("high-resolution-segmentation", "原图的边缘信息没有用。"),
        ("designing-a-loss", "多个损失加起来，不用管量级。"),
    ],
)
def test_words_that_state_the_reverse_earn_nothing(card: str, answer: str) -> None:
    assert not score(card, answer).fraction


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("步长更大", 1),
        ("步长不大", -1),
        ("步长减小", -1),
        ("步长没有减小", 1),
        ("a larger step", 1),
        ("no larger step", -1),
    ],
)
def test_a_negation_swaps_the_end_of_a_pole(text: str, end: int) -> None:
    poles = [word.key for word in words_of(Reading(text, load_cues())) if word.is_pole]
    assert poles == [("±amount", end)]


@pytest.mark.parametrize("text", ["框的大小", "高斯噪声", "多头", "at least one"])
def test_a_word_that_holds_a_pole_by_chance(text: str) -> None:
    assert not [word for word in words_of(Reading(text, load_cues())) if word.is_pole]


def test_two_false_claims_leave_no_benefit_of_the_doubt() -> None:
    answer = "MAE 是误差绝对值的平均。MAE 的单位是目标单位的平方，而且 MAE 比 MSE 对离群点更敏感。"
    assert {"unit", "robust"} <= contradicted(score("mean-absolute-error", answer))


def test_a_file_of_antonyms_with_an_unknown_key_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "antonyms.yaml"
    file.write_text("axes:\n  amount: {one: [大], another: [小]}\nneither: []\n", "utf-8")
    with pytest.raises(BadInput, match=r"antonyms\.yaml: axes\.amount"):
        load_antonyms(file)


@pytest.mark.parametrize(
    ("slug", "answer"),
    [
        pytest.param(
            "high-resolution-segmentation",
            "后处理用引导滤波、CRF，拿原图当引导。",
            id="two methods side by side make no claim of either",
        ),
        pytest.param(
            "q-former",
            "BLIP-2 里的一个小 Transformer，图像编码器和 LLM 都冻着。它有一组可学习的 query，通过交叉注意力取信息。",
            id="它 is the thing asked about, not the one named last",
        ),
        pytest.param(
            "rnn-parameter-count",
            "参数跟序列多长没关系，因为每个时间步共用一套。",
            id="the other end of the claim's own pole",
        ),
        pytest.param("class-imbalance", "或者专门给少数类做增强、合成。", id="augmenting is no amount"),
    ],
)
def test_right_sentences_that_share_words_with_a_claim(slug: str, answer: str) -> None:
    assert not contradicted(score(slug, answer))


def test_the_claim_itself_still_counts_against_the_answer() -> None:
    assert contradicted(score("rnn-parameter-count", "每个时间步都有一套参数，所以参数量和序列长度成正比。"))

"""What the lexical scorer gives credit for, on two cards of the tests and on a shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.schema import QuestionScore
from bot.scorers.lexical import LexicalScorer
from bot.scorers.text import spoken
from rubrics.load import load_rubrics, read_rubric

CARDS = Path(__file__).with_name("cards")
NORMS = read_rubric(CARDS / "norms.yaml")
DROPOUT = read_rubric(CARDS / "dropout.yaml")
SCORER = LexicalScorer({NORMS.slug: NORMS})


def norms(answer: str, question: str = "") -> QuestionScore:
    return SCORER.score(NORMS, answer, question, 3, question_id="q", language="en")


def dropout(answer: str) -> QuestionScore:
    return SCORER.score(DROPOUT, answer, "", 1, question_id="q", language="en")


def verdict(score: QuestionScore, criterion: str) -> str:
    return next(each.verdict for each in score.criteria if each.criterion == criterion)


def evidence(score: QuestionScore, criterion: str) -> str | None:
    return next(each.evidence for each in score.criteria if each.criterion == criterion)


# # -- what earns credit
# -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "criterion"),
    [
        ("LN 对每个 token 的特征维求均值和方差。", "axis"),
        ("Layer norm computes its mean and variance per sample.", "axis"),
        ("BN 是 across the batch 来统计的。", "axis"),
        ("批归一化的统计量取决于 batch size。", "batch-independence"),
        ("LN does not depend on the batch at all.", "batch-independence"),
        ("Batch Norm relies on a large batch size.", "batch-independence"),
        ("ＢＮ 依赖 ｂａｔｃｈ ｓｉｚｅ。", "batch-independence"),
        ("BN 依\u200b赖 batch size。", "batch-independence"),
        ("不用 BN 是因为它依赖 batch size。", "batch-independence"),
        ("没有选 BN，因为它依赖 batch size。", "batch-independence"),
        ("BN 不仅依赖 batch size，还要维护统计量。", "batch-independence"),
        ("BN not only depends on the batch size, it is slow.", "batch-independence"),
        ("BN 并不是不依赖 batch。", "batch-independence"),
        ("并不是说 BN 不依赖 batch。", "batch-independence"),
        ("BN 无论训练什么都依赖 batch size。", "batch-independence"),
        ("LN 统计均值和方差。它只看单个样本。", "axis"),
        ("LN 不是在整个 batch 上统计，而是在每个 token 的特征维上求均值。", "axis"),
        ("BN：\n- 统计量依赖 batch size", "batch-independence"),
        ("BN 的问题在小 batch，不稳定。", "batch-independence"),
        ("不会的，因为 BN 依赖 batch size。", "batch-independence"),
        ("BN 的统计量是算出来的；依赖 batch size。", "batch-independence"),
        ("1. BN 推理时要用滑动平均\n2. LN 不用", "train-test"),
        ("很多人以为 LN 在 batch 维上统计，其实 LN 对每个样本求均值。", "axis"),
    ],
)
def test_a_right_statement_is_full_with_evidence(answer: str, criterion: str) -> None:
    score = norms(answer)
    assert verdict(score, criterion) == "full"
    quote = evidence(score, criterion)
    assert quote
    assert quote in spoken(answer)
    assert score.unscored is None


def test_evidence_names_its_turn_and_quotes_only_the_clauses_that_carry_the_match() -> None:
    score = norms("先说背景，BN 依赖 batch size，其他的后面再讲。")
    criterion = next(each for each in score.criteria if each.criterion == "batch-independence")
    assert (criterion.evidence, criterion.turn) == ("BN 依赖 batch size", 3)


def test_a_spoken_decimal_does_not_end_a_sentence() -> None:
    assert (
        verdict(norms("BN 在 batch size 为 1.5 倍时，e.g. 小 batch 时，统计量不稳定。"), "batch-independence") == "full"
    )


@pytest.mark.parametrize("number", ["0.8", ".8", "80%", "0.80", "８０％"])
def test_numbers_match_however_they_are_written(number: str) -> None:
    assert verdict(dropout(f"我们把保留概率设成 {number}。"), "scale") == "full"


@pytest.mark.parametrize("number", ["0.85", "10.8", "8", "8%"])
def test_other_numbers_do_not_match(number: str) -> None:
    assert verdict(dropout(f"我们把保留概率设成 {number}。"), "scale") == "none"


def test_an_arrow_asks_for_the_order() -> None:
    assert verdict(dropout("0.8 就是所谓的保留概率。"), "scale") == "none"


def test_a_formula_is_found_as_it_was_written() -> None:
    score = dropout("训练时要把输出乘上 1 / (1 - p) 做补偿。")
    assert evidence(score, "scale") == "训练时要把输出乘上 1 / (1 - p) 做补偿"


def test_a_negation_inside_the_wording_itself_counts() -> None:
    assert verdict(dropout("推理的时候不使用 dropout。"), "inference") == "full"
    assert verdict(dropout("推理的时候使用 dropout。"), "inference") == "none"


# # -- what earns half
# -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        "它会随机去掉一些神经元。",
        "训练的时候会随机做一些处理。",
        "我猜训练的时候会随机丢弃神经元。",
        "可能是训练时随机丢弃一些单元吧。",
        "I guess it randomly drops units during training.",
        "有人说训练的时候会随机丢弃神经元。",
    ],
    ids=["partial", "slot-missing", "guess", "perhaps", "guess-en", "hearsay"],
)
def test_half_a_point(answer: str) -> None:
    score = dropout(answer)
    assert verdict(score, "random") == "partial"
    assert score.fraction == 0.25


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("BN 依赖 batch size，我记不清了。", "partial"),
        ("BN 依赖 batch size，公式我记不清了。", "full"),
        ("BN 依赖 batch size，LN 我猜是对每个 token 算的。", "full"),
        ("我猜是这样，BN 依赖 batch size。", "partial"),
        ("I guess it has a reason that BN depends on the batch size.", "partial"),
        ("BN depends on the batch size, I'm not sure about its formula.", "full"),
    ],
)
def test_a_guess_spoils_what_it_speaks_of_and_nothing_else(answer: str, expected: str) -> None:
    assert verdict(norms(answer), "batch-independence") == expected


@pytest.mark.parametrize("answer", ["我用数据说话，BN 依赖 batch size。", "推理时分别用 BN 的统计，它依赖 batch。"])
def test_words_that_hold_a_cue_by_chance(answer: str) -> None:
    assert verdict(norms(answer), "batch-independence") == "full"


# # -- contradictions
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        "LN 在 batch 维度上统计，BN 在单个样本内统计。",
        "LN 在整个 batch 上求均值。BN 在样本内求均值。",
        "LN is computed across the batch, while BN is computed within a single sample.",
    ],
)
def test_swapped_claims_are_contradicted(answer: str) -> None:
    score = norms(answer)
    assert verdict(score, "axis") == "contradicted"
    assert evidence(score, "axis") in spoken(answer)  # type: ignore[operator]
    assert score.fraction == 0
    assert "contradiction" in score.flags


@pytest.mark.parametrize(
    "answer",
    [
        "LN 不是在整个 batch 上统计的。",
        "有人说 LN 在整个 batch 上统计，其实不是。",
        "很多人误以为 LN 在整个 batch 上统计。",
        "LN 是在整个 batch 上统计的吗？",
        "LN is not computed across the batch.",
    ],
)
def test_a_misconception_that_is_denied_or_quoted_is_not_held(answer: str) -> None:
    assert "contradicted" not in [each.verdict for each in norms(answer).criteria]


def test_saying_both_is_worth_half() -> None:
    score = dropout("推理时关闭 dropout。不过推理时也会继续丢弃一部分神经元。")
    assert verdict(score, "inference") == "partial"
    assert evidence(score, "inference") == "推理时关闭 dropout"
    assert "self_contradiction" in score.flags


def test_half_the_point_is_no_second_opinion() -> None:
    random, inference, scale = DROPOUT.criteria
    halves = (random, inference.model_copy(update={"partial": ("推理 + 处理",)}), scale)
    card = DROPOUT.model_copy(update={"criteria": halves})
    half = "推理的时候要做一下处理。"
    assert verdict(LexicalScorer().score(card, half), "inference") == "partial"
    assert (
        verdict(LexicalScorer().score(card, half + "推理时也会继续丢弃一部分神经元。"), "inference") == "contradicted"
    )


def test_a_part_of_another_subjects_name_says_nothing_of_the_first() -> None:
    card = NORMS.model_copy(
        update={
            "slug": "rates",
            "topics": ("false positive", "false negative"),
            "criteria": (
                NORMS.criteria[0].model_copy(update={"id": "fp", "accept": ("false positive + negative|background",)}),
                NORMS.criteria[1].model_copy(update={"id": "fn", "accept": ("false negative + missed",)}),
            ),
            "misconceptions": (),
        }
    )
    swapped = "A false positive is an object that nobody found, and a false negative is a wrong box."
    assert verdict(LexicalScorer().score(card, swapped), "fp") == "none"
    right = "A false positive is a negative called positive, and a false negative is missed."
    assert [each.verdict for each in LexicalScorer().score(card, right).criteria] == ["full", "full"]


def test_a_correction_of_oneself_is_worth_all() -> None:
    score = dropout("推理时继续丢弃，不对，说错了，推理时要关闭 dropout。")
    assert verdict(score, "inference") == "full"
    assert not score.flags


def test_a_point_turned_round_costs_its_weight() -> None:
    good = dropout("训练时随机丢弃神经元，输出乘 1/(1-p)。推理时关闭。")
    bad = dropout("训练时随机丢弃神经元，输出乘 1/(1-p)。推理时继续丢弃。")
    assert good.fraction == 1.0
    assert bad.fraction == 0.5


# # -- any text at all
# -------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "BN",
        "LN",
        "依赖",
        "batch",
        " ",
        "，",
        "。",
        "不",
        "ｂａｔｃｈ size",
        "均值",
        "70%",
        "\u200b",
        "\n",
        "?",
        "but",
        "…",
        "ﬁ",
        "e\u0301",
        "每个 token",
        "不是",
        "而是",
        "：",
        "- ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_evidence_is_always_a_substring_and_the_result_repeats(answer: str) -> None:
    score = norms(answer, NORMS.question.zh)
    assert score == norms(answer, NORMS.question.zh)
    assert (score.fraction is None) == (score.unscored is not None)
    for each in score.criteria:
        assert (each.evidence is not None) == (each.verdict in ("full", "partial", "contradicted"))
        assert each.evidence is None or each.evidence in spoken(answer)


@pytest.mark.parametrize(
    "piece", ["BN 依赖 batch，", "a", "，", "1,", "不", "(", "batch ", "LN 对每个 token 求均值。", "\n- "]
)
def test_very_long_answers_come_to_an_end(piece: str) -> None:
    score = norms(piece * (10_000 // len(piece)))
    assert score.fraction is None or 0 <= score.fraction <= 1


def test_a_card_can_be_named_by_its_slug() -> None:
    assert SCORER.score(NORMS.slug, "BN 依赖 batch size。").rubric == NORMS.slug
    with pytest.raises(KeyError):
        SCORER.score("no-such-card", "BN 依赖 batch size。")


def test_reasons_come_in_the_language_asked_for() -> None:
    chinese = SCORER.score(NORMS, "BN 依赖 batch size。", language="zh")
    assert {each.reason for each in chinese.criteria} == {"说到了这一点。", "没有提到。"}


SHIPPED = "layernorm-vs-batchnorm"


@pytest.mark.parametrize(
    ("answer", "criterion", "expected"),
    [
        ("不用 BN 是因为它依赖 batch size。", "batch-independence", "full"),
        ("Layer norm takes the mean over the features of each token.", "axis", "full"),
        ("BN 推理的时候用的是 running mean，LN 不需要。", "train-test", "full"),
        ("BN doesn't depend on the batch size.", "batch-independence", "none"),
        ("BN 的统计没有依赖 batch。", "batch-independence", "none"),
        ("LN 在整个 batch 上统计均值，BN 在每个 token 内统计均值。", "axis", "contradicted"),
    ],
)
def test_a_shipped_card(answer: str, criterion: str, expected: str) -> None:
    assert verdict(LexicalScorer(load_rubrics()).score(SHIPPED, answer), criterion) == expected


FORMULAS = "accuracy=(TP+TN)/(TP+TN+FP+FN)，precision=TP/(TP+FP)，recall=TP/(TP+FN)，F1=2PR/(P+R)。"


def test_formulas_side_by_side_are_no_list_of_keywords() -> None:
    score = LexicalScorer(load_rubrics()).score("classification-metrics", FORMULAS)
    assert [verdict(score, name) for name in ("accuracy", "precision", "recall", "f1")] == ["full"] * 4


@pytest.mark.parametrize(
    "answer",
    [
        "accuracy=precision=recall=F1=(AUC)=confusion matrix",
        "(accuracy + precision + recall + F1 + AUC + confusion matrix)",
        "accuracy/precision/recall/F1/AUC/confusion matrix",
    ],
)
def test_keywords_with_signs_between_them_are_no_formulas(answer: str) -> None:
    assert (LexicalScorer(load_rubrics()).score("classification-metrics", answer).fraction or 0) <= 0.1


def test_handing_over_high_resolution_asks_for_no_high_mark() -> None:
    answer = "小物体交给高分辨率的低层去检测，大物体交给低分辨率的高层。"
    score = LexicalScorer(load_rubrics()).score("multi-scale-detection", answer)
    assert "injection" not in score.flags
    assert verdict(score, "level-assignment") == "full"


def test_having_heard_of_a_thing_is_no_hearsay() -> None:
    answer = "听说过，Tensor Core 是英伟达 GPU 里专门做矩阵乘加的硬件单元。"
    assert verdict(LexicalScorer(load_rubrics()).score("tensor-core", answer), "what") == "full"


def test_questions_answer_only_where_the_candidate_is_to_ask() -> None:
    scorer = LexicalScorer(load_rubrics())
    asked = "请问咱们组主要负责什么方向？新人一般怎么带，转正看什么？"
    assert (scorer.score("reverse-questions", asked).fraction or 0) >= 0.5
    assert not scorer.score(SHIPPED, "BN 是不是依赖 batch size？").fraction


@pytest.mark.parametrize(
    ("slug", "answer", "criterion"),
    [
        # Labels with what belongs to each.
        (
            "class-imbalance",
            "① 重采样：过采样少数类；② 代价敏感：类别加权交叉熵、Focal Loss；③ 评估（F1、AUC-PR）。",
            "resampling",
        ),
        (
            "queue-vs-stack",
            "队列 FIFO，队尾入、队头出；栈 LIFO，仅栈顶 push/pop。队列：BFS；栈：DFS、括号匹配。",
            "stack-lifo",
        ),
        # One equation whose product is written without a sign; one with more names than words beside it.
        ("eigenvalues", "就是 Ax=λx，λ 是特征值，x 是特征向量", "definition"),
        ("dpo", "损失是 L=-log σ(β[log π(yw)/πref(yw) - log π(yl)/πref(yl)])。", "loss-formula"),
        # 有没有用 asks, 没有用 denies.
        ("designing-a-loss", "最后做消融看每一项有没有用", "verify"),
        # Said of the same thing as in the point itself, though another point has the words, too.
        ("centernet-close-peaks", "Peaks of different classes sit in different heatmap channels", "class-channels"),
    ],
)
def test_terse_statements_count(slug: str, answer: str, criterion: str) -> None:
    assert verdict(LexicalScorer(load_rubrics()).score(slug, answer), criterion) == "full"


@pytest.mark.parametrize(
    "answer",
    [
        "关键词：重采样、过采样、欠采样、Focal Loss、SMOTE、类别加权、F1、AUC-PR",
        "类别不平衡、重采样、过采样、欠采样、Focal Loss、SMOTE、类别加权、F1、AUC-PR",
        "重采样：Focal Loss、SMOTE、OHEM、F1、AUC-PR、过采样、欠采样、交叉熵、类别加权；"
        "评估：F1、AUC-PR、重采样、过采样、SMOTE、欠采样、OHEM、阈值、召回",
    ],
)
def test_one_label_or_a_long_list_behind_it_makes_no_statement(answer: str) -> None:
    score = LexicalScorer(load_rubrics()).score("class-imbalance", answer)
    assert "keyword_list" in score.flags
    assert (score.fraction or 0) <= 0.1


@pytest.mark.parametrize(
    ("slug", "answer"),
    [
        # 先 tells an order of steps, and nothing of √d.
        ("attention-formula", "Q 跟 K 的转置先乘一下，乘完除以根号 dk，然后过一个 softmax"),
        # 多远 is a question of measure, 四分之一大 a size: neither is an end of a scale.
        ("dpo", "β 管离参考多远，参考模型冻住。"),
        ("quantization", "模型变成四分之一大，速度快一些。"),
    ],
)
def test_words_of_a_false_claim_do_not_make_it(slug: str, answer: str) -> None:
    assert "contradiction" not in LexicalScorer(load_rubrics()).score(slug, answer).flags


def test_examples_behind_statements_are_no_keyword_list() -> None:
    answer = (
        "我觉得会往开放词表走，一句话描述就能检没见过的东西，像 Grounding DINO、YOLO-World。"
        "结构上端到端，DETR 那一路把 NMS 和锚框都去掉了。再就是少标注，自监督、伪标签、合成数据；"
        "还有往 3D、BEV、视频走。"
    )

    found = LexicalScorer(load_rubrics()).score("detection-future", answer)

    assert "keyword_list" not in found.flags
    assert {"open-vocabulary", "end-to-end"} <= {each.criterion for each in found.criteria if each.verdict == "full"}

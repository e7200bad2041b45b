"""Drills give fresh numbers, the same ones for the same seed, and judge what people type as an answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml
from torch import nn

from sandbox.drill import Drawn, check_answer, draw, load_drills
from sandbox.errors import DrillError
from sandbox.parameters import Language

SLUGS = sorted(load_drills())


def conv(params: dict[str, Any], **more: Any) -> nn.Conv2d:
    return nn.Conv2d(params["cin"], params["cout"], params["k"], groups=params["groups"], device="meta", **more)


def count(module: nn.Module) -> int:
    return sum(int(parameter.numel()) for parameter in module.parameters())


def conv_output_size(params: dict[str, Any]) -> int:
    layer = nn.Conv2d(1, 1, params["k"], stride=params["s"], padding=params["p"], dilation=params["d"], device="meta")
    return int(layer(torch.empty(1, 1, params["h"], params["h"], device="meta")).shape[-1])


def conv_param_count(params: dict[str, Any]) -> int:
    return count(conv(params, bias=params["bias"]))


def conv_flops(params: dict[str, Any]) -> int:
    layer = conv(params, stride=params["s"], padding=params["p"], bias=False)
    x = torch.empty(params["n"], params["cin"], params["h"], params["h"], device="meta")
    macs: int = layer(x).numel() * layer.weight[0].numel()
    return macs * 2 if params["unit"] == "FLOPs" else macs


def transformer_encoder_params(params: dict[str, Any]) -> int:
    d, heads = params["d"], params["heads"]
    return count(nn.TransformerEncoderLayer(d, heads, params["d_ff"], bias=params["bias"], device="meta"))


def multihead_attention_cost(params: dict[str, Any]) -> int:
    n: int = params["n"]
    d: int = params["d"]
    heads: int = params["heads"]
    if params["ask"] == "params":
        return count(nn.MultiheadAttention(d, heads, bias=False, device="meta"))
    if params["ask"] == "scores":
        return int(torch.empty(heads, n, n, device="meta").numel())
    width = d // heads
    one_head = n * n * width + n * width * n
    return 4 * (n * d * d) + heads * one_head


def cross_entropy_from_mle(params: dict[str, Any]) -> float:
    logits = torch.tensor([params["z"]], dtype=torch.float64)
    return float(nn.functional.cross_entropy(logits, torch.tensor([params["t"]])))


def rnn_param_count(params: dict[str, Any]) -> int:
    layer = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}[params["kind"]]
    shape = params["d"], params["h"], params["num_layers"]
    none, torch_style = (
        count(layer(*shape, bias=bias, bidirectional=params["bidirectional"], device="meta")) for bias in (False, True)
    )
    return {"none": none, "one": (none + torch_style) // 2, "torch": torch_style}[params["bias"]]


def receptive_field(params: dict[str, Any]) -> int:
    """Goes back through the layers with the interval that one output depends on."""
    first = last = 0
    for kernel, stride, dilation in reversed(params["layers"]):
        first, last = first * stride, last * stride + (kernel - 1) * dilation
    return last - first + 1


def macs_of(layer: nn.Conv2d, x: torch.Tensor) -> int:
    return int(layer(x).numel()) * int(layer.weight[0].numel())


def dwconv_params_flops(params: dict[str, Any]) -> int:
    n, c, h = params["n"], params["c"], params["h"]
    layer = nn.Conv2d(c, c, 3, params["stride"], 1, groups=c, bias=False, device="meta")
    return count(layer) if params["ask"] == "params" else macs_of(layer, torch.empty(n, c, h, h, device="meta"))


def inverted_residual_cost(params: dict[str, Any]) -> int:
    cin, wide = params["cin"], params["cin"] * params["t"]
    layers = [] if wide == cin else [nn.Conv2d(cin, wide, 1, bias=False, device="meta")]
    layers.append(nn.Conv2d(wide, wide, 3, params["stride"], 1, groups=wide, bias=False, device="meta"))
    layers.append(nn.Conv2d(wide, params["cout"], 1, bias=False, device="meta"))
    x = torch.empty(1, cin, params["h"], params["h"], device="meta")
    macs = 0
    for layer in layers:
        macs += macs_of(layer, x)
        x = layer(x)
    return macs if params["ask"] == "MACs" else sum(count(layer) for layer in layers)


def lora_param_count(params: dict[str, Any]) -> int:
    a = nn.Linear(params["d_in"], params["r"], bias=False, device="meta")
    b = nn.Linear(params["r"], params["d_out"], bias=False, device="meta")
    return int(params["m"]) * (count(a) + count(b))


@cache
def fewest_weighings(balls: int) -> int:
    """The best of all ways to put equally many balls on both sides, when the worst follows."""
    if balls <= 1:
        return 0
    return 1 + min(max(fewest_weighings(side), fewest_weighings(balls - 2 * side)) for side in range(1, balls // 2 + 1))


def eight_balls_weighing(params: dict[str, Any]) -> int:
    for balls in range(params["n"]):
        fewest_weighings(balls)
    return fewest_weighings(params["n"])


INDEPENDENT: dict[str, Callable[[dict[str, Any]], float]] = {
    "cross-entropy-from-mle": cross_entropy_from_mle,
    "rnn-param-count": rnn_param_count,
    "receptive-field": receptive_field,
    "dwconv-params-flops": dwconv_params_flops,
    "inverted-residual-cost": inverted_residual_cost,
    "lora-param-count": lora_param_count,
    "eight-balls-weighing": eight_balls_weighing,
    "conv-output-size": conv_output_size,
    "conv-param-count": conv_param_count,
    "conv-flops": conv_flops,
    "transformer-encoder-params": transformer_encoder_params,
    "multihead-attention-cost": multihead_attention_cost,
}


def expected(drawn: Drawn) -> int:
    value = check_answer(drawn.id, "0").expected
    assert type(value) is int
    return value


def shown(value: float) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def big(slug: str = "transformer-encoder-params") -> tuple[Drawn, int]:
    """A question whose answer is above a million and not round."""
    for seed in range(100):
        drawn = draw(slug, seed)
        if (value := expected(drawn)) > 10**6 and value % 10**4:
            return drawn, value
    raise AssertionError("no such question")


@pytest.mark.parametrize("slug", SLUGS)
def test_answers_agree_with_torch_or_brute_force(slug: str) -> None:
    for seed in range(60):
        drawn = draw(slug, seed)
        checked = check_answer(drawn.id, "0")
        independent = INDEPENDENT[slug](drawn.params)

        assert type(checked.expected) is type(independent)
        assert checked.expected == pytest.approx(independent, rel=0 if type(independent) is int else 1e-12), drawn


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_question_is_whole(slug: str, language: Language) -> None:
    drawn = draw(slug, 3, language)
    checked = check_answer(drawn.id, "0", language)

    assert "{" not in drawn.text + checked.working
    assert shown(checked.expected) in checked.working


@pytest.mark.parametrize("slug", SLUGS)
def test_steps_towards_the_answer_stay_hidden(slug: str) -> None:
    drill = load_drills()[slug]

    shown = set(draw(slug, 3).params)

    assert set(drill.params) <= shown
    assert all("{" + name + "}" in drill.question.en for name in shown - set(drill.params))


@pytest.mark.parametrize("slug", SLUGS)
def test_same_seed_same_question_in_both_languages(slug: str) -> None:
    assert draw(slug, 11) == draw(slug, 11)
    assert draw(slug, 11, "zh").params == draw(slug, 11, "en").params
    assert draw(slug, 11, "zh").text != draw(slug, 11, "en").text


@pytest.mark.parametrize("slug", SLUGS)
def test_numbers_vary_with_the_seed(slug: str) -> None:
    assert len({draw(slug, seed).text for seed in range(40)}) > 20


def test_id_holds_slug_and_seed() -> None:
    assert draw("conv-output-size", 1234).id == "conv-output-size-1234"
    assert draw("conv-output-size", -5).id == "conv-output-size--5"
    assert check_answer("conv-output-size--5", "1").expected == expected(draw("conv-output-size", -5))


def test_without_a_seed_questions_differ() -> None:
    assert len({draw().id for _ in range(20)}) > 15


def test_without_a_topic_every_drill_comes_up() -> None:
    assert {draw(None, seed).slug for seed in range(100)} == set(SLUGS)


@pytest.mark.parametrize("topic", ["convolution", " Convolution ", "卷积"])
def test_topic_narrows_the_choice(topic: str) -> None:
    slugs = {draw(topic, seed).slug for seed in range(60)}

    assert slugs == {slug for slug, drill in load_drills().items() if "convolution" in drill.topics}


def test_unknown_topic_lists_the_choices() -> None:
    with pytest.raises(DrillError, match="conv-output-size") as caught:
        draw("gardening", 1)

    assert "attention" in str(caught.value)


@pytest.mark.parametrize("name", ["", "conv-output-size", "conv-output-size-x", "nothing-12", "../x-1", "-5"])
def test_unknown_id_says_what_ids_look_like(name: str) -> None:
    with pytest.raises(DrillError, match="ids look like"):
        check_answer(name, "112")


@pytest.mark.parametrize(
    "form",
    [
        "{0}",
        " {0} ",
        "{0:,}",
        "{0}.0",
        "+{0}",
        "= {0}",
        "约 {0}",
        "{0} params",
        "{0}个参数",
        "{0:,} parameters.",
    ],
)
def test_ways_to_write_a_whole_number(form: str) -> None:
    drawn, value = big()

    assert check_answer(drawn.id, form.format(value)).correct


def test_full_width_digits_are_digits() -> None:
    drawn, value = big()
    wide = str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))

    assert check_answer(drawn.id, wide).correct


@pytest.mark.parametrize(
    ("form", "divisor"),
    [
        ("{0:.2f}M", 1e6),
        ("{0:.3f} m", 1e6),
        ("{0:.4f}G", 1e9),
        ("{0:.1f} 万", 1e4),
        ("{0:.1f}k params", 1e3),
        ("{0:.2f}e6", 1e6),
        ("{0:.2f}×10^6", 1e6),
        ("{0:.2f} * 10**6", 1e6),
        ("{0:.2f} million", 1e6),
    ],
)
def test_shortened_numbers_count_when_rounded_rightly(form: str, divisor: float) -> None:
    drawn, value = big()

    assert check_answer(drawn.id, form.format(value / divisor)).correct
    assert not check_answer(drawn.id, form.format(value * 1.02 / divisor)).correct


def test_shortened_number_with_too_few_digits() -> None:
    drawn, value = big()

    checked = check_answer(drawn.id, f"{value / 1e6:.0f}M", "en")

    assert not checked.correct
    assert "three significant" in checked.working


def test_exact_shortened_number_needs_no_digits() -> None:
    drawn = next(drawn for drawn in (draw("conv-flops", seed) for seed in range(500)) if expected(drawn) % 1000 == 0)

    assert check_answer(drawn.id, f"{expected(drawn) // 1000}k").correct


def test_unshortened_numbers_are_exact() -> None:
    drawn, value = big()

    for wrong in (value + 1, value - 1, -value, round(value, -4)):
        checked = check_answer(drawn.id, str(wrong), "en")
        assert not checked.correct
        assert checked.expected == value
        assert str(value) in checked.working


def test_side_of_a_square() -> None:
    drawn = draw("conv-output-size", 8)
    side = expected(drawn)

    for right in (f"{side}x{side}", f"{side} × {side}", f"{side}*{side}", f"{side}X{side}"):
        assert check_answer(drawn.id, right).correct, right
    assert not check_answer(drawn.id, f"{side + 1}x{side + 1}").correct
    assert "square" in check_answer(drawn.id, f"{side}x{side + 1}", "en").working


def test_product_is_no_answer_elsewhere() -> None:
    drawn = draw("conv-param-count", 8)

    checked = check_answer(drawn.id, "64x3", "en")

    assert not checked.correct
    assert "One number" in checked.working


@pytest.mark.parametrize(
    "nonsense",
    [
        "", " ", "don't know", "不知道", "1,79", "112 or 113", "1.2.3", "nan", "inf", "1e", "--5", "0x70",
        "1e99999999999", "9" * 5000, "[112]", "__import__('os')", "1/0", "112;113", "\0", "1_000", "{h}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("slug", ["conv-output-size", "conv-flops"])
def test_nonsense_is_incorrect_with_a_reason(nonsense: str, slug: str) -> None:
    drawn = draw(slug, 5)
    plain = check_answer(drawn.id, "-1", "en").working

    checked = check_answer(drawn.id, nonsense, "en")

    assert not checked.correct
    assert checked.working.endswith(plain)
    assert len(checked.working) > len(plain)


def written(folder: Path, **changes: Any) -> Path:
    """A folder with one small drill, changed."""
    text = {"zh": "{a} 加 {b}", "en": "{a} plus {b}"}
    content: dict[str, Any] = {
        "slug": "sum",
        "title": text,
        "topics": ["sum"],
        "question": text,
        "convention": {"zh": "无", "en": "none"},
        "params": {"a": {"range": [1, 9]}, "b": {"choices": [1, 2]}},
        "answer": "a + b",
        "working": {"zh": "{answer}", "en": "{answer}"},
    } | changes
    (folder / "sum.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return folder


def test_drill_of_another_folder(tmp_path: Path) -> None:
    assert set(load_drills(written(tmp_path))) == {"sum"}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"colour": "red"}, "colour"),
        ({"slug": "other"}, "slug"),
        ({"answer": "a + c"}, "answer.*no such name: c"),
        ({"answer": "a +"}, "answer.*no expression"),
        ({"answer": "a.real"}, "answer.*only numbers"),
        ({"answer": "__import__('os').getpid()"}, "only numbers"),
        ({"answer": "abs(a)"}, "only numbers"),
        ({"answer": "max(a, key=b)"}, "only numbers"),
        ({"answer": "'a' * 9"}, "only numbers"),
        ({"answer": "(lambda: 1)()"}, "only numbers"),
        ({"answer": "[a][0]"}, "only numbers"),
        ({"answer": "a if b else 0"}, "only numbers"),
        ({"answer": "a << b"}, "LShift"),
        ({"answer": "sum([a for a in range(3)])"}, "already a value named a"),
        ({"answer": "sum([i for i in range(3) if i])"}, "only numbers"),
        ({"answer": "sum([i for i in [1, 2]])"}, "only numbers"),
        ({"answer": "sum([i for i in range(1, 3)])"}, "only numbers"),
        ({"answer": "sum(i for i in range(3))"}, "only numbers"),
        ({"answer": "sum([1 for i in range(10**9)])"}, "range.*at most 1000"),
        ({"answer": "sum([1 for i in range(a/2 + 1/3)])"}, "range.*whole number"),
        ({"answer": "sum([i + c for i in range(3)])"}, "no such name: c"),
        ({"answer": "a[0]"}, "a.0."),
        ({"answer": "sum(a)"}, "sum.a."),
        ({"answer": "[a for i in range(3)]"}, "is a list, not a number"),
        ({"answer": "[1 for i in range(3)] * 10**12"}, "a list stands where a number belongs"),
        ({"answer": "[1 for i in range(3)][3]"}, "out of range"),
        ({"answer": "[1 for i in range(3)][0:1]"}, "only numbers"),
        ({"where": ["[a for i in range(3)]"]}, "is a list, not a number"),
        ({"answer": "log(a - a)"}, "math domain"),
        ({"params": {"a": {"list_of": {"range": [1, 2]}}, "b": {"range": [1, 2]}}}, "length belong"),
        ({"params": {"a": {"range": [1, 2], "length": [1, 2]}, "b": {"range": [1, 2]}}}, "length belong"),
        (
            {"params": {"a": {"list_of": {"range": [1, 2]}, "length": [3, 2]}, "b": {"range": [1, 2]}}},
            "length.*empty",
        ),
        ({"params": {"a": {"list_of": {"range": [1, 2]}, "length": [0, 2]}, "b": {"range": [1, 2]}}}, "length"),
        ({"params": {"a": {"tuple_of": [{"range": [2, 1]}]}, "b": {"range": [1, 2]}}}, "tuple_of.0.*empty"),
        ({"answer": "a in b"}, "compare"),
        ({"answer": "9**9**9"}, "exponent"),
        ({"answer": "a/(b - b)"}, "zero"),
        ({"where": ["a > 99"]}, "where.*widen"),
        ({"where": ["c > 1"]}, "where.*no such name: c"),
        ({"derived": {"a": "b"}}, "derived.a"),
        ({"derived": {"c": "d", "d": "a"}}, "derived.c.*no such name: d"),
        ({"question": {"zh": "{a} {x}", "en": "{a}"}}, "question.zh: no such name: x"),
        ({"question": {"zh": "{a}", "en": "{a.__class__}"}}, "plain names"),
        ({"question": {"zh": "{answer}", "en": "{a}"}}, "question.zh"),
        ({"question": {"zh": "只有中文"}}, "question.en"),
        ({"params": {"a": {"range": [9, 1]}, "b": {"range": [1, 2]}}}, "params.a.*empty"),
        ({"params": {"a": {}, "b": {"range": [1, 2]}}}, "give one of choices"),
        ({"params": {"a": {"choices": [{"value": "x"}]}, "b": {"range": [1, 2]}}}, "number"),
        (
            {"params": {"a": {"choices": [{"value": 1, "zh": "一"}]}, "b": {"range": [1, 2]}}},
            "both languages",
        ),
    ],
)
def test_wrong_drill_is_refused_with_its_place(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(DrillError, match=f"(?s)sum.yaml.*{reason}"):
        load_drills(written(tmp_path, **changes))


def test_file_that_is_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("slug: [", encoding="utf-8")

    with pytest.raises(DrillError, match=r"broken\.yaml"):
        load_drills(tmp_path)


def test_folder_without_drills(tmp_path: Path) -> None:
    with pytest.raises(DrillError, match="holds no"):
        load_drills(tmp_path)


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("a*2 - 7//2 + 7 % 4", 12),
        ("-2**3 + +1", -7),
        ("ceil(7/2) + floor(7/2)", 7),
        ("max(a, 2, 3) - min(a, 2)", 4),
        ("sqrt(16)", 4),
        ("(1 < a <= 6) + (a == 4) + (a != 4) + (a >= 7)", 2),
        ("twice + b", 14),
        ("a/4", 1.5),
        ("2**62", 2**62),
    ],
)
def test_arithmetic_of_expressions(tmp_path: Path, answer: str, value: float) -> None:
    params = {"a": {"choices": [6]}, "b": {"choices": [{"value": "two", "number": 2}]}}
    folder = written(tmp_path, answer=answer, params=params, derived={"twice": "2*a"})

    drawn = draw("sum", 1, folder=folder)

    assert drawn.params == {"a": 6, "b": "two"}
    checked = check_answer(drawn.id, str(value), folder=folder)
    assert (checked.correct, checked.expected, type(checked.expected)) == (True, value, type(value))


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("sum(z)", 3),
        ("sum([z[i]*pairs[0][1] for i in range(len(z))])", 12),
        ("prod([pairs[i][0] for i in range(len(pairs))]) + len(pairs)", 11),
        ("sum([prod([j + 1 for j in range(i)]) for i in range(4)])", 10),
        ("max([abc[0] for i in range(2)]) + abc[1][0]", 5),
        ("log(exp(2))", 2),
    ],
)
def test_lists_in_expressions(tmp_path: Path, answer: str, value: int) -> None:
    one = {"choices": [1]}
    pair = {"tuple_of": [{"choices": [3]}, {"choices": [{"value": "four", "number": 4, "zh": "四", "en": "four"}]}]}
    params = {
        "z": {"list_of": one, "length": [3, 3]},
        "pairs": {"list_of": pair, "length": [2, 2]},
        "abc": {"tuple_of": [{"choices": [2]}, pair]},
    }
    text = {"zh": "{z} {pairs} {abc}", "en": "{pairs}"}
    folder = written(tmp_path, answer=answer, params=params, question=text)

    drawn = draw("sum", 1, folder=folder)

    assert drawn.params == {"z": [1, 1, 1], "pairs": [[3, "four"], [3, "four"]], "abc": [2, [3, "four"]]}
    assert drawn.text.startswith("[1, 1, 1] [(3, 四), (3, 四)] (2, (3, 四))")
    assert check_answer(drawn.id, str(value), folder=folder).correct


def test_lengths_of_lists_vary() -> None:
    lengths = {len(draw("receptive-field", seed).params["layers"]) for seed in range(60)}

    assert lengths == {2, 3, 4, 5}


def test_natural_logarithm_to_three_decimals() -> None:
    for seed in range(40):
        drawn = draw("cross-entropy-from-mle", seed)
        value = check_answer(drawn.id, "0").expected

        assert check_answer(drawn.id, f"{value:.3f}").correct
        assert check_answer(drawn.id, f"{value:.3f} nats").correct
        assert not check_answer(drawn.id, f"{value + 0.003:.4f}").correct
        assert not check_answer(drawn.id, f"-{value:.3f}").correct


@pytest.mark.parametrize("form", ["{}", "{} 次", "{} weighings", "{} times", "{}次。"])
def test_number_of_weighings(form: str) -> None:
    drawn = draw("eight-balls-weighing", 4)

    assert check_answer(drawn.id, form.format(expected(drawn))).correct
    assert not check_answer(drawn.id, form.format(expected(drawn) + 1)).correct


def test_tolerance_of_a_fraction(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        answer="a/3",
        params={"a": {"choices": [1]}, "b": {"choices": [1]}},
        tolerance={"rtol": 0.01, "atol": 0.0},
    )

    assert check_answer("sum-1", "0.333", folder=folder).correct
    assert not check_answer("sum-1", "0.32", folder=folder).correct

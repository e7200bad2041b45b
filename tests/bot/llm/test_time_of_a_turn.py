"""What a turn may wait for, all together, and when it does not wait at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import EndpointError, OverBudget
from bot.interview import Interview
from bot.llm import failures
from bot.llm.chat import _HABITS, Patience
from bot.llm.resting import MOST_IN_VAIN, Rest
from bot.schema import Scored
from tests.bot.llm import endpoint as server
from tests.bot.llm.conftest import LITTLE_PATIENCE, PATIENCE, StreamingServices
from tests.bot.llm.endpoint import ScriptedEndpoint, computed
from tests.bot.llm.test_interviewer import begin, faithful, hear
from tests.bot.llm.test_scoring import at_a_card, is_scoring

IN_VAIN = (failures.silent(), failures.too_slow(45), failures.WaitedInVain("连接不上"))
OTHER = (None, failures.cut_off(), failures.AskedToWait("", seconds=0), EndpointError("key", retry=False))


def noted(*ends: EndpointError | None) -> Rest:
    rest = Rest()
    for each in ends:
        rest.note(each)
    return rest


@pytest.mark.parametrize("first", IN_VAIN)
@pytest.mark.parametrize("second", IN_VAIN)
def test_two_waits_in_vain_begin_a_rest(first: EndpointError, second: EndpointError) -> None:
    noted(first).admit()
    with pytest.raises(EndpointError, match="秒后再试") as caught:
        noted(first, second).admit()
    assert "\n" not in str(caught.value)
    assert not isinstance(caught.value, failures.WaitedInVain)


@pytest.mark.parametrize("between", OTHER)
def test_whatever_shows_that_somebody_is_there_begins_the_count_anew(between: EndpointError | None) -> None:
    noted(IN_VAIN[0], between, IN_VAIN[0]).admit()
    noted(IN_VAIN[0], IN_VAIN[0], between).admit()


@pytest.mark.parametrize("between", [OverBudget("上限"), failures.turn_over(60)])
def test_what_says_nothing_of_the_endpoint_does_not_count(between: EndpointError) -> None:
    noted(between, between, between).admit()
    with pytest.raises(EndpointError):
        noted(IN_VAIN[0], between, IN_VAIN[0]).admit()


def test_after_the_rest_one_wait_in_vain_is_enough() -> None:
    rest = noted(*[IN_VAIN[0]] * MOST_IN_VAIN)
    rest.until = 0.0
    rest.admit()
    rest.note(IN_VAIN[0])
    with pytest.raises(EndpointError):
        rest.admit()


def test_in_the_rest_turns_go_straight_to_the_script_and_afterwards_the_model_speaks(
    endpoint: ScriptedEndpoint, llm_services: StreamingServices
) -> None:
    llm_services.patience = LITTLE_PATIENCE
    endpoint.script(server.stall_before)
    interview = begin(llm_services)
    for _ in range(MOST_IN_VAIN):
        assert "没有回应 (no" in (hear(interview).notice or "")
        interview.answer("我做过目标跟踪。")
    sent = len(endpoint.requests)
    assert sent == MOST_IN_VAIN
    llm_services.patience = PATIENCE
    endpoint.script(computed(faithful))
    for _ in range(2):
        # As the web page does, which opens the interview anew for every turn.
        interview = Interview.take_up(llm_services, interview.id)
        said = hear(interview)
        assert said.worded_by == "scripted"
        assert "秒后再试" in (said.notice or "")
        assert "\n" not in (said.notice or "")
        interview.answer("用卡尔曼滤波预测，再用 IoU 匹配。")
    assert len(endpoint.requests) == sent

    (habits,) = _HABITS.values()
    habits.rest.until = 0.0
    said = hear(interview)
    assert (said.worded_by, said.notice) == ("llm", None)
    assert habits.rest == Rest()


def test_after_a_scorer_that_hung_the_interviewer_has_what_is_left_of_the_turn(
    endpoint: ScriptedEndpoint, judged_services: StreamingServices
) -> None:
    endpoint.script(computed(faithful))
    interview = at_a_card(Interview.begin(judged_services, company="字节跳动", round_name="四面", seed=7))
    judged_services.patience = replace(LITTLE_PATIENCE, silence=5, total=5, turn=0.3)
    endpoint.script(server.stall_before)
    endpoint.requests.clear()
    interview = Interview.take_up(judged_services, interview.id)
    interview.answer("LN 在单个样本的特征维上统计均值和方差。")
    said = hear(interview)
    (only,) = endpoint.requests
    assert is_scoring(only)
    assert "这一轮已经等了 0.3 秒" in (said.notice or "")
    scored = [event for event in interview.events if isinstance(event, Scored)][-1].score
    assert (scored.scorer, interview.waits_for_candidate) == ("lexical", True)

    endpoint.script(computed(faithful))
    judged_services.patience = PATIENCE
    interview = Interview.take_up(judged_services, interview.id)
    interview.answer("下一题")
    assert hear(interview).worded_by == "llm"


def test_a_turn_is_shorter_than_its_parts_together() -> None:
    patience = Patience()
    assert patience.total < patience.turn < 2 * patience.total

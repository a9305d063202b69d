"""Titles of 200 letters, names in any script, sixty outlets: on a small screen nothing is cut off or overlaps."""

from __future__ import annotations

import pytest

from core.library import Library
from tests import hard_collections

pytestmark = [pytest.mark.browser, pytest.mark.walk]

PAGES = ("", "compare", "figures", "timeline", "voices", "readability")

# Words in charts that leave their chart or stand on one another, and words of the page that leave it.
WRONG = """() => {
  const found = [], box = element => element.getBoundingClientRect()
  const inside = (one, other) => one.left >= other.left - 2 && one.right <= other.right + 2
  const apart = (one, other) => one.right <= other.left + 2 || other.right <= one.left + 2
                                || one.bottom <= other.top + 3 || other.bottom <= one.top + 3
  const words = ".xtick > text, .ytick > text, .legendtext, .gtitle, .gtitle-subtitle, .annotation-text"
  document.querySelectorAll(".js-plotly-plot").forEach((chart, number) => {
    const upright = []
    chart.querySelectorAll(words).forEach(text => {
      if (!text.textContent.trim()) return
      const place = box(text)
      if (!inside(place, box(chart))) found.push(`chart ${number} cuts “${text.textContent}”`)
      if (!/rotate\\((?!0)/.test(text.getAttribute("transform") || "")) upright.push([text, place])
    })
    upright.forEach(([text, place], index) => upright.slice(index + 1).forEach(([other, there]) => {
      if (!apart(place, there)) found.push(`chart ${number}: “${text.textContent}” on “${other.textContent}”`)
    }))
  })
  document.querySelectorAll("[data-testid=stMain] :is(p, h1, h2, h3)").forEach(text => {
    const folded = text.closest("details:not([open])")
    if (!folded && text.offsetParent && box(text).right > innerWidth + 1)
      found.push(`the page cuts “${text.textContent.slice(0, 60)}”`)
    if (text.closest(".masthead") && text.scrollWidth > text.clientWidth + 1)
      found.push(`the masthead cuts “${text.textContent.slice(0, 60)}”`)
  })
  return found
}"""


@pytest.fixture(scope="module", params=["any-script", "sixty-outlets", "unknown"])
def hard(request, tmp_path_factory):
    return hard_collections.library(request.param, tmp_path_factory.mktemp("hard"))


def test_nothing_is_cut_off_or_stands_on_another_on_a_small_screen(visit, hard):
    there = visit(hard, device_scale_factor=1)
    there.page.set_viewport_size({"width": 800, "height": 1000})
    article = Library(hard).articles()["key"].iloc[4]
    wrong = {}
    for address in (*(f"/{page}" for page in PAGES), f"/articles?article={article}"):
        there.open(address)
        if found := there.page.evaluate(WRONG):
            wrong[address] = found
    assert wrong == {}

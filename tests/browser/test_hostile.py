"""Hostile titles, outlets, topics, texts and file names: on no page does anything run, load, or change the look."""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode

import pytest

from core import pipeline
from core.library import Library

pytestmark = pytest.mark.browser

EVIL = "evil.example"
HOSTILE = (
    "<script>window.pwned=1;alert(1)</script>",
    "<img src=/pwned.png onerror=window.pwned=1>",
    f'"><svg/onload=window.pwned=1><image href="http://{EVIL}/pwned.svg">',
    f'<a href="javascript:window.pwned=1">read on</a> <a href="http://{EVIL}/">more</a>',
    "<style>body,.stApp,h1{display:none!important;background:red!important}</style>",
    '<b style="font-size:99px;position:fixed;inset:0">big</b>',
    f"![a picture](http://{EVIL}/pwned.png) [a link](http://{EVIL}/) [run](javascript:window.pwned=1)",
    f"www.{EVIL} http://{EVIL}/pwned mail@{EVIL}",
    ":red[coloured] :blue-background[boxed] :material/skull: :smile: **bold** `code`",
    "$\\href{javascript:window.pwned=1}{x^2}$ and $$\\frac{1}{2}$$",
    "&lt;script&gt; &amp;amp; &#x3c;img src=/pwned.png onerror=window.pwned=1&#62;",
    f'%{{x}} %{{customdata[0]}} <extra></extra> <a href="http://{EVIL}">a</a> <span style="font-size:99px">s</span>',
    "\u202egnirts desrever\u202c \u2066isolated\u2069 \u200e\u061c",
    "zero\u200bwidth\u200c\u200d\u2060 joiner\ufeff",
    "👩🏽\u200d🚒🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301\u0301\u0301\u0301\u0301\u0301 \U0001f4a9",
    "العربية מימין לשמאל \u2067abc",
    '=HYPERLINK("http://evil.example/","click")',
    "../../evil.txt ..\\..\\evil %2e%2e%2fevil \x00nul",
    "{{7*7}} ${7*7} {% raw %} {0.__class__} %s %(a)s",
    "\ud83d lone \udc00 surrogates",
    "'; DROP TABLE articles; -- \" OR 1=1",
    "conflict",  # names that tables inside the dashboard have for themselves
    "Kind",
    "W" * 300,
)
LONG_WORD = "W" * 5_000
ADDRESSES = ("javascript:window.pwned=1", "data:text/html,<script>window.pwned=1</script>", f"http://{EVIL}/pwned")
GROUP = 8  # articles of one topic: as many as Compare sets side by side
TOPICS = tuple(" ".join(HOSTILE[start : start + GROUP])[:900] for start in range(0, len(HOSTILE), GROUP))
PAGES = ("Compare", "Figures", "Timeline", "Voices", "Readability", "Articles", "Overview")

# What only an article's text could have brought into the page, in shadow trees as well.
INTRUDERS = """() => {
  const found = [], evil = /pwned|evil\\.example|javascript:|font-size: ?99px/i
  const visit = root => root.querySelectorAll("*").forEach(element => {
    for (const {name, value} of element.attributes) {
      const leads = ["href", "xlink:href", "src", "srcset", "action", "data", "style"].includes(name)
      const inside = element.tagName === "A" && element.origin === location.origin
      if (name.startsWith("on") || leads && evil.test(value) && !inside)
        found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`)
    }
    if (["SCRIPT", "STYLE"].includes(element.tagName) && evil.test(element.textContent)) found.push(element.tagName)
    if (["IFRAME", "OBJECT", "EMBED", "FORM", "BASE", "META"].includes(element.tagName) && !element.closest("head"))
      found.push(element.tagName)
    if (element.matches(".katex, .stMarkdownColoredText, .stMarkdownBadge")) found.push(element.className)
    if (element.shadowRoot) visit(element.shadowRoot)
  })
  visit(document)
  const background = getComputedStyle(document.querySelector(".stApp")).backgroundColor
  return {found, ran: window.pwned !== undefined, background}
}"""


def text(number: int, hostile: str) -> str:
    """Return an article in which figures, dates, quotations and names are found with hostile characters beside them."""
    return (
        f"{hostile} {hostile}\n\n"
        f"Trade turnover of {hostile} reached ${30 + number}.5 billion in 2021, the ministry of {hostile} said. "
        f"“We lost money because of {hostile} last year,” said Edda {hostile} Norrby on 6 May 2025. "
        f"Unemployment rose by {number + 2} per cent to {hostile} 4,100 people, {hostile} told the Harbour Post. "
        f"“{hostile} is a threat to our security and our economy,” the minister {hostile} warned on 8 December 2024. "
        f"According to {hostile}, about {number + 20} union programmes{hostile} were agreed in January 2022.\n\n"
        f"Arne Lindqvist, the mayor, said {hostile} would cost {hostile}$412 million in 2026.\n"
    )


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A library of articles that attack whoever shows them, read from each form they could come in."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {
            "title": bad,
            "outlet": HOSTILE[(number * 7 + 3) % len(HOSTILE)],
            "topic": TOPICS[number // GROUP],
            "published": f"2025-05-{1 + number:02}",
            "url": ADDRESSES[number % len(ADDRESSES)],
            "text": text(number, bad),
        }
        for number, bad in enumerate(HOSTILE)
    ]
    lines = "\n".join(json.dumps(row) for row in rows)  # a lone surrogate is written as its escape
    (folder / "articles.jsonl").write_text(lines, encoding="ascii")
    files = folder / "![a](javascript:pwned=1) <b onclick=pwned=1>"
    files.mkdir()
    for bad in (*HOSTILE[:12], LONG_WORD):  # as plain text, in which markup stays what it is
        name = bad.replace("/", "∕").replace("\\", "⧵")[:80]
        (files / f"{name}.txt").write_text(text(3, bad), encoding="utf-8")
    (files / "everything.txt").write_text(text(5, " ".join(HOSTILE[:16])), encoding="utf-8")
    library = folder / "library" / ":red[hostile] ![a](pwned.png)"
    report = pipeline.add([str(folder / "articles.jsonl"), str(files)], Library(library), jobs=1)
    assert (report.added, report.rejections) == (len(HOSTILE) + 14, [])
    return library


@pytest.fixture
def there(visit, hostile):
    """A visit on which every dialog, and every request that an article's text could have caused, is an error."""
    made = visit(hostile)
    made.hear("dialog", lambda dialog: (made.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    made.hear("request", lambda request: made.errors.extend(_caused(request)))
    made.hear("download", lambda download: made.errors.append(f"download: {download.url}"))
    return made


def _caused(request):
    if "pwned" in request.url and request.resource_type not in ("document", "fetch", "xhr", "websocket"):
        yield f"{request.resource_type}: {request.url}"


def harmless(there, where: str) -> None:
    """Assert that nothing of an article became more than text."""
    state = there.page.evaluate(INTRUDERS)
    assert state == {"found": [], "ran": False, "background": "rgb(255, 255, 255)"}, where
    heading = there.page.locator("[data-testid=stMain] h1")
    assert heading.is_visible(), where
    assert not there.page.query_selector("[data-testid=stException]"), where
    assert there.errors == [], where
    assert there.outside == [], where


def point_at_marks(there) -> None:
    """Move the mouse over a mark of every chart, which opens its label, and click it."""
    for chart in there.page.locator(".js-plotly-plot").all():
        chart.evaluate("element => element.scrollIntoView({block: 'center'})")
        boxes = (mark.bounding_box() for mark in chart.locator(".points path, .point path").all()[:20])
        if box := next((box for box in boxes if box and 0 < box["y"] < 880 and box["x"] > 0), None):
            there.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            there.page.wait_for_timeout(50)
            there.page.mouse.down()
            there.page.mouse.up()
    there.calm()


@pytest.mark.walk
def test_no_page_is_moved_by_what_articles_say(there):
    there.open("/")
    for name in PAGES:
        there.page.get_by_test_id("stSidebarNavLink").filter(has_text=re.compile(f"{name}$")).click()
        there.page.wait_for_selector(f"h1:has-text('{name}')")
        there.calm()
        point_at_marks(there)
        harmless(there, name)


def test_the_reading_pane_shows_every_hostile_character_as_text(there, hostile):
    held = Library(hostile).articles()
    key = held.loc[held["source"].str.endswith("everything.txt"), "key"].item()
    page = there.open(f"/articles?article={key}&back=javascript:pwned=1&at=0-40")
    page.wait_for_selector(".pane .at")
    shown = page.locator(".pane").inner_text()
    for bad in (*HOSTILE[:12], "\\u202egnirts desrever\\u202c"):
        assert bad in shown
    page.keyboard.press("n")
    harmless(there, "reading pane")


def test_no_filter_or_tooltip_is_moved_by_a_topic_or_an_outlet(there, hostile):
    held = Library(hostile).articles()
    chosen = {"topic": list(held["topic"].unique()), "outlet": list(held["outlet"].dropna().unique())}
    page = there.open("/?" + urlencode(chosen | {"words": HOSTILE[1]}, doseq=True))
    harmless(there, "every filter")
    for key in ("topic", "outlet"):
        page.locator(f".st-key-{key}-shown input").click()
        harmless(there, f"choices of {key}")
        page.keyboard.press("Escape")
    there.open("/")
    page.locator(".st-key-more summary").click()
    for key in ("actor", "speaker"):
        page.locator(f".st-key-{key}-shown input").click()
        harmless(there, f"choices of {key}")
        page.keyboard.press("Escape")


@pytest.mark.walk
def test_hostile_articles_can_be_compared(there, hostile):
    for topic in Library(hostile).articles()["topic"].unique():
        there.open("/compare?" + urlencode({"topic": topic, "columns": "articles"}))
        point_at_marks(there)
        harmless(there, f"compare {topic[:60]}")

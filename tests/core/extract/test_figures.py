"""What the figure reader reads: one sentence a rule, with every figure it states."""

from __future__ import annotations

import pytest

from core.extract import figures
from core.extract.document import Document
from core.extract.prepare import stretch
from core.model import Figure, Span


def prepared(text: str) -> Document:
    """Return a text as a document of one sentence."""
    span = Span(0, len(text))
    return Document(text, (), None, (span,), (stretch(text, span),))


def read(text: str) -> tuple[Figure, ...]:
    return figures.find(prepared(text))


def values(text: str) -> list[tuple[float | tuple[float, float], str | None]]:
    return [(pytest.approx(figure.value), figure.unit) for figure in read(text)]


SENTENCES = [
    # money: signs, letters, codes, names, hundredths
    ("The flood cost HK$3.4bn, RM12 million and CHF 40.", [(3.4e9, "HKD"), (12e6, "MYR"), (40, "CHF")]),
    ("A loaf costs 2.94 BYN, 60 pence or ¥300.", [(2.94, "BYN"), (60, "pence"), (300, "JPY")]),
    ("The levy brings in 45 million Swiss francs.", [(45e6, "CHF")]),
    ("He lent 2.1m BYN and USD10m.", [(2.1e6, "BYN"), (10e6, "USD")]),
    ("Bonds worth 30 MUSD were sold.", [(30e6, "USD")]),
    ("The grant of ₹12,50,000 grew to Rs 5 lakh.", [(1_250_000, "INR"), (500_000, "INR")]),
    ("It paid A$2.50, C$4 and US $5.", [(2.5, "AUD"), (4, "CAD"), (5, "USD")]),
    ("Crude stood at $75 U.S. per barrel.", [(75, "USD per barrel")]),
    ("The ride costs 3 dollars 50 cents.", [(3.5, "USD")]),
    ("The trade gap was $-50.8bn.", [(-50.8e9, "USD")]),
    # scales, spelled and attached
    ("Twenty-one million two hundred thousand dollars were paid.", [(21_200_000, "USD")]),
    ("The app has 35m users and 25k reviews.", [(35e6, "users"), (25_000, "reviews")]),
    ("About half a million people voted.", [(500_000, "people")]),
    ("One hundred and six clients left.", [(106, "clients")]),
    ("The plan cost 1.3 trillion yen.", [(1.3e12, "JPY")]),
    ("Two to three million cats and five dozen dogs live here.", [((2e6, 3e6), "cats"), (60, "dogs")]),
    # ranges
    ("Revenue may reach $89 to $93 billion.", [((89e9, 93e9), "USD")]),
    ("Prices rose by between 5 and 7 per cent.", [((5, 7), "percent")]),
    ("She went from 181 pounds to 160.", [((181, 160), "pound")]),
    ("The walk takes 10-12 minutes.", [((10, 12), "minute")]),
    ("Adults aged 25 to 54 took part.", [((25, 54), "year")]),
    ("It takes three or four years.", [((3, 4), "year")]),
    ("The gap grew by $4 billion to $19 billion.", [(4e9, "USD"), (19e9, "USD")]),
    ("Flats cost from $700,000 to $1.2 million.", [((700_000, 1_200_000), "USD")]),
    # per cent, points, shares, multiples
    ("Output fell 0.5 pc, or 25 basis points.", [(0.5, "percent"), (25, "basis point")]),
    ("Support rose by 3 percentage points.", [(3, "percentage point")]),
    ("Sales increased by a third.", [(100 / 3, "percent")]),
    ("Two in five farmers agreed.", [(40, "percent")]),
    ("Two-thirds of the seats are taken.", [(200 / 3, "percent")]),
    ("Profit doubled and exports grew sixfold.", [(2, "times"), (6, "times")]),
    # vague plurals give the range they stand for
    ("Tens of thousands of people marched.", [((10_000, 100_000), "people")]),
    # counted nouns
    ("Ministers signed 14 border agreements to ease travel.", [(14, "border agreements")]),
    ("It sold 2.7m digital and physical copies.", [(2.7e6, "digital physical copies")]),
    ("The firm employs 12,000 workers and 300 nurses.", [(12_000, "workers"), (300, "nurses")]),
    ("Two of the minister's deputies resigned.", [(2, None)]),
    ("The crash left 12 dead and some 90 injured.", [(12, "people"), (90, "people")]),
    ("Last year 12,000 people left and it is building 300 houses.", [(12_000, "people"), (300, "houses")]),
    ("Five of the bombs were found.", [(5, "bombs")]),
    # ages
    ("Maria Gomez, 42, is a baker.", [(42, "year")]),
    ("Her 7-year-old son waved.", [(7, "year")]),
    ("He was 35.", [(35, "year")]),
    # measures and rates
    ("The train does 300 km/h.", [(300, "kilometer per hour")]),
    ("The pool is 5½ metres long.", [(5.5, "meter")]),
    ("Oil fell to $52 a barrel.", [(52, "USD per barrel")]),
    ("They spend 4,000 euros per person.", [(4000, "EUR per person")]),
    ("Nights fall to minus five degrees Celsius or -12°C.", [(-5, "celsius"), (-12, "celsius")]),
    ("The flat has 450 sq ft.", [(450, "square foot")]),
    ("The goalkeeper is 6ft 3in.", [(6.25, "foot")]),
    ("The goalkeeper is 5-foot-9 and lanky.", [(5.75, "foot")]),
    # units left out are taken from the neighbour
    ("The index rose 4 points to 1,234.5.", [(4, "point"), (1234.5, "point")]),
    ("It sold 5.1 million phones, up from 4.8 million.", [(5.1e6, "phones"), (4.8e6, "phones")]),
    ("The cuts come to 8 or 9 percent.", [((8, 9), "percent")]),
    ("The app has 2 B users.", [(2e9, "users")]),
    ("One series has 3 parts.", [(1, "series"), (3, "parts")]),
    # counted nouns that open with capitals: a people, a proper name, an abbreviation, a model
    ("The navy seized 23 Norlandian smugglers.", [(23, "Norlandian smugglers")]),
    ("Aboard were 12 Somali and 11 Yemeni sailors.", [(12, "Somali"), (11, "Yemeni sailors")]),
    ("It freed 40 Norwegians and 67 Israelis.", [(40, "Norwegians"), (67, "Israelis")]),
    ("The raft had 26 Somali crew on board.", [(26, "Somali crew")]),
    ("Late on, 19 Granite Ridge rescue workers were hurt.", [(19, "Granite Ridge rescue workers")]),
    ("They found 14 AK-47 rifles and 9 AK - 47 Magazines.", [(14, "AK-47 rifles"), (9, "AK-47 Magazines")]),
    ("The box holds 768 CPUs and cost 121 EUR.", [(768, "CPUs"), (121, "EUR")]),
    ("Quarry Blast Kills 19 Miners Near Orsa", [(19, "Miners")]),
    ("Police Arrest 8 In Raid That Left 4 Dead", [(8, "people"), (4, "people")]),
    ("Flood Leaves Two Missing and 2 Hurt In Orsa", [(2, "people"), (2, "people")]),
    # votes
    ("The lower chamber passed the bill 234-193.", [(234, "votes"), (193, "votes")]),
    ("Senators voted 83-16 to end the strike.", [(83, "votes"), (16, "votes")]),
    ("It was carried in a 97-1 vote.", [(97, "votes"), (1, "votes")]),
    ("The motion was rejected, 210-201.", [(210, "votes"), (201, "votes")]),
    # scales behind hyphens, scales alone, sums of one sign
    ("The thieves made off with a two - million - euro haul ($2.6 - million).", [(2e6, "EUR"), (2.6e6, "USD")]),
    ("A euro110 billion loan and a 40m - euro grant.", [(110e9, "EUR"), (40e6, "EUR")]),
    ("A market worth over 3 billion is at stake.", [(3e9, None)]),
    (
        "They bid £2-3bn, €200-250m and $ 140 - 150 million.",
        [((2e9, 3e9), "GBP"), ((200e6, 250e6), "EUR"), ((140e6, 150e6), "USD")],
    ),
    ("The tunnel needs $3 to 4 billion.", [((3e9, 4e9), "USD")]),
    ("Another dozen people and the million visitors came.", [(12, "people"), (1e6, "visitors")]),
    ("She read the more-than-1,800-page bill and an up-to-40-page note.", [(1800, "page"), (40, "page")]),
    ("The queue now numbers 10,000 souls.", [(10_000, "souls")]),
    ("The car did 193km / h.", [(193, "kilometer per hour")]),
    ("Wages: median +5.2% and top +3.7%.", [(5.2, "percent"), (3.7, "percent")]),
    ("It hurt one person and leaves two bridges closed.", [(1, "person"), (2, "bridges")]),
    # ordinals
    ("They met on the 25th anniversary of the pact.", [(25, None)]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_every_figure_of_a_sentence_is_read(text: str, expected: list) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 1990s ended on December 31, 1999.",
        "It happened in 2019 and in March 2021.",
        "The train left at 11:59 pm.",
        "Call 555-123-4567 or +44 20 7946 0000 now.",
        "The visitors won 3-1 on Saturday.",
        "Flight 214 landed near Route 66.",
        "An F-16 flew over the G20 during COVID-19.",
        "She owns an iPhone 14 and runs Windows 10.",
        "1. Open the lid.",
        "No one knows which one it was.",
        "Version 2.4.1 is out.",
        "This is one of the reasons.",
        "After 9/11 the law changed [4].",
        "They tied the game at 2-2.",
        "The post has the number 804411930275518464.",
        "They found one addressed to the mayor.",
        "This one somewhat resembles the old one.",
        "The 5th Avenue shop closed.",
        "He used the address 192.168.1.2.",
        "In the 21st century everything changed.",
        "One hopes for a mild winter.",
        "Season 2 begins at nine.",
        "The doors opened at half past six.",
        "Ring 020 7946 0321 after lunch.",
        "The carrier flies 787 Dreamliner jets.",
        "An Airbus 380 Superjumbo landed.",
        "Boeing 737 Crashes Near Orsa",
        "BBC One showed the Six Nations.",
        "The Hawks won 102-98 and lost 5-4.",
        "Orsa beat Norvik 3-1 after the vote.",
    ],
)
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("About 300 people came.", "~"),
        ("Nearly two-thirds of members voted.", "~"),
        ("Turnover nearly reached 60 percent.", "~"),
        ("Over ten months of the year prices fell.", None),
        ("More than 1,000 homes burned.", ">"),
        ("At least 30 soldiers died.", ">"),
        ("It will hire up to 400 people.", "<"),
        ("The fine was less than $50.", "<"),
        ("It cost $20 or more.", ">"),
        ("He served 15-plus years.", ">"),
        ("Over the past ten months prices fell.", None),
        ("It flew some 60 miles (97 km).", "~"),
    ],
)
def test_bound_words_become_the_modifier(text: str, modifier: str | None) -> None:
    assert {figure.modifier for figure in read(text)} == {modifier}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Sales rose 60%.", "increase"),
        ("Shares were down 2.3%.", "decrease"),
        ("Prices fell by about 3 percent.", "decrease"),
        ("Profit doubled.", "increase"),
        ("A 3 percent drop followed.", "decrease"),
        ("The rate is 3 percent.", None),
        ("Joblessness fell to 3.2%.", "decrease"),
        ("The board lifted its main rate by 50 basis points.", "increase"),
        ("Theft fell by between 3 and 5 per cent.", "decrease"),
        ("The fund has grown to $2 billion.", "increase"),
        ("The subsidy was cut from $9 million to $7 million.", "decrease"),
        ("Losses went from $2 million to $3 million.", "increase"),
        ("Flats cost from $700,000 to $1.2 million.", None),
        ("The shop gave up 5 percent.", None),
        ("The fine is up to 5 percent.", None),
        ("The load is lower than 8 tonnes.", None),
    ],
)
def test_direction_is_read_from_verb_particle_or_noun(text: str, change: str | None) -> None:
    assert [figure.change for figure in read(text)] == [change]


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Sales rose by 3%.", "by"),
        ("Sales rose by about 3%.", "by"),
        ("Sales rose by as much as 3%.", "by"),
        ("The council reported an increase of almost £9m.", "by"),
        ("Sales rose to £9m.", "to"),
        ("Sales rose to an estimated £9m.", "to"),
        ("The firm had a loss of £9m.", "to"),
        ("The rate was cut from 9% to 7%.", "from"),
        ("Sales rose 3%.", None),
        ("Sales have dropped at least 5%.", None),
        ("The boat was sold by 12 owners.", None),
        ("The boat went to 12 owners.", None),
    ],
)
def test_what_a_figure_is_in_a_change(text: str, move: str | None) -> None:
    assert [figure.move for figure in read(text)] == [move]


def test_a_figure_said_again_has_the_part_of_the_first() -> None:
    assert [figure.move for figure in read("The index fell by 190 points, or 0.6%.")] == ["by", "by"]


@pytest.mark.parametrize(
    ("text", "partial"),
    [("They spent 60% of revenue.", True), ("A third of the homes are empty.", True),
     ("It took 5% off the price.", True),
     ("Turnout was 60%.", False), ("They set a 25% tax on cars.", False)],
)  # fmt: skip
def test_a_part_of_what_is_measured(text: str, partial: bool) -> None:
    assert [figure.partial for figure in read(text)] == [partial]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The unemployment rate fell to 3.9% in spring.", "unemployment rate"),
        ("Our grain exports – let me repeat this – in spite of the drought, grew by a fifth.", "grain exports"),
        ("It led to a rise in freight volume, which exceeded 60 million tonnes.", "freight volume"),
        ("China put a 25% tax on imported cars.", "tax on imported cars"),
        ("Half of the budget goes to schools.", "budget"),
        ("With speeds of up to 90 mph it is fast.", "speeds"),
        ("The bank cut rates by 50 basis points.", "rates"),
        ("Maria Gomez, 42, is a baker.", "Maria Gomez"),
        ("We could get to the level of $70 billion in farm trade.", "farm trade"),
        ("Ministers signed 14 border agreements to ease travel.", "border agreements to ease travel, Ministers"),
        (
            "Ministers discussed 24 issues related to trade and tourism.",
            "issues related to trade and tourism, Ministers",
        ),
        ("The bank said it lost 5 percent.", "bank"),
        ("He pays 5 percent.", None),
        ("Spending on the bridge reached $3 million.", "Spending on the bridge"),
        ("The final cost was $3 million.", "final cost"),
        ("The bridge has cost $3 million.", "cost of bridge"),
        ("The boat, bought for $3 million, is old.", "cost of boat"),
        ("The cost of the bridge that the town is building has risen to $3 million.", "cost of the bridge"),
        ("The council put the cost of the bridge at $3 million.", "cost of the bridge"),
        ("The work is 87 per cent complete.", "work"),
        ("In 2021 exports reached $3 million.", "exports"),
    ],
)
def test_measure_names_what_an_analyst_would_label(text: str, measure: str | None) -> None:
    assert [figure.measure for figure in read(text)] == [measure]


def test_coordinated_verbs_share_their_subject() -> None:
    text = (
        "Farm exports had fallen by a tenth in spring, before the drought that ruined the crop, and reached $3bn."
    )
    assert [figure.measure for figure in read(text)] == ["Farm exports", "Farm exports"]
    asked = read("The union asked the ministry for $3m and intends to borrow $2m.")
    assert asked[1].measure == "union"


def test_the_measure_span_points_at_the_first_part_of_the_label() -> None:
    text = "Ministers signed 14 border agreements to ease travel."
    (figure,) = read(text)
    assert figure.measure_span is not None
    assert figure.measure_span.of(text) == "border agreements to ease travel"


def test_a_bare_dollar_is_the_currency_the_text_declares() -> None:
    text = "The mine lost $5 million and US$2 million (figures are in Canadian dollars)."
    assert [figure.unit for figure in read(text)] == ["CAD", "USD"]
    assert [figure.unit for figure in read("The mine lost $5 million.")] == ["USD"]


def test_kinds_follow_the_unit() -> None:
    text = "On the 3rd day 5 kg for $2 lost 1% of 8 buyers."
    assert [figure.kind for figure in read(text)] == ["ordinal", "dimension", "money", "percent", "count"]


def test_a_sentence_of_thousands_of_numbers_is_read_only_in_part() -> None:
    assert 0 < len(read("7 cats, " * 5_000)) < 1000


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # a measure goes on over a number inside it
        ("Trade turnover between the two islands passed $4 billion.", "Trade turnover between the two islands"),
        ("The output of its three mines grew to $12 billion.", "output of its three mines"),
        ("The gap between the two teams is 4 points.", "gap between the two teams"),
        ("Sales of the three oldest mills fell 10 percent.", "Sales of the three oldest mills"),
        ("Trade between Norland and Sudland exceeded $4 billion.", "Trade between Norland and Sudland"),
        ("Demand in the five towns surpassed 30 tons.", "Demand in the five towns"),
        # what a sum is offered for, what a rate is charged on, how fast a thing moves
        ("Harlan offered $121 billion for Corvex.", "offer for Corvex"),
        ("Harlan bid 40 million euros for the shipyard.", "bid for shipyard"),
        ("Norland raised tariffs on $70 billion of Sudland wares to 15%.", "tariffs"),
        ("Norland raised tariffs on $70 billion of Sudland wares to 15% from 10%.", "tariffs"),
        ("The train was travelling at 106 mph.", "speed of train"),
        ("The lorry slowed to 30 km/h.", "speed of lorry"),
    ],
)
def test_the_measure_of_a_last_figure_is_no_number_inside_it_and_no_bystander(text: str, measure: str) -> None:
    assert read(text)[-1].measure == measure

"""The types of the public face: the same names from the same rooms, which a test holds."""

from core.compare.recurring import indicators as indicators
from core.compare.reporting import side_by_side as side_by_side
from core.exchange import from_json as from_json
from core.exchange import to_json as to_json
from core.export import export_tables as export_tables
from core.extract import analyze as analyze
from core.library import Filters as Filters
from core.library import Library as Library
from core.library import Search as Search
from core.library import StoredArticle as StoredArticle
from core.model import Actor as Actor
from core.model import Analysis as Analysis
from core.model import Article as Article
from core.model import Attribution as Attribution
from core.model import Boilerplate as Boilerplate
from core.model import Counts as Counts
from core.model import DateMention as DateMention
from core.model import Figure as Figure
from core.model import Frame as Frame
from core.model import Publication as Publication
from core.model import Readability as Readability
from core.model import Rejection as Rejection
from core.model import Span as Span
from core.pipeline import Report as Report
from core.pipeline import add as add
from core.pipeline import keep as keep
from core.pipeline import refresh as refresh
from core.pipeline import remove as remove
from core.read import read_articles as read_articles

__version__: str

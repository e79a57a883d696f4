"""Entries of arXiv's feed."""

from __future__ import annotations

from pubbrowser.model import Date, Link, Name, Record
from pubbrowser.readers.arxiv_feed import READER
from tests.unit.readers.samples import text_of

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <link href="http://arxiv.org/api/query?id_list=2001.00001" rel="self"/>
  <title type="html">ArXiv Query</title>
  <entry>
    <id>http://arxiv.org/abs/2001.00001v3</id>
    <updated>2021-03-04T00:00:00Z</updated>
    <published>2020-01-02T10:00:00Z</published>
    <title>On $k$-moss
  and rain</title>
    <summary>  Moss is green &lt; blue.
Code: https://github.com/moss/rain.
    </summary>
    <author><name>Jane van Doe</name>
      <arxiv:affiliation>Bonn</arxiv:affiliation>
    </author>
    <author><name>The Moss Collaboration</name></author>
    <arxiv:doi>10.1000/moss</arxiv:doi>
    <arxiv:comment>5 pages</arxiv:comment>
    <arxiv:journal_ref>J. Moss 3 (2021)</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/2001.00001v3" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/2001.00001v3" rel="related"/>
    <arxiv:primary_category term="cs.LG"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="stat.ML" scheme="http://arxiv.org/schemas/atom"/>
    <category term="I.2.7" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
</feed>
"""


def test_an_entry_is_read() -> None:
    assert READER.read(text_of(FEED)).records == (
        Record(
            type="article",
            title="On $k$-moss and rain",
            author=(
                Name("Doe", "Jane", non_dropping_particle="van"),
                Name(literal="The Moss Collaboration"),
            ),
            issued=Date(2020, 1, 2),
            container_title="arXiv",
            doi="10.1000/moss",
            url="http://arxiv.org/abs/2001.00001",
            links=(
                Link("http://arxiv.org/pdf/2001.00001v3", "pdf"),
                Link("https://github.com/moss/rain", "repo"),
            ),
            arxiv_id="2001.00001",
            abstract="Moss is green < blue.\nCode: https://github.com/moss/rain.",
            category="cs.LG stat.ML",
            notes=("J. Moss 3 (2021)", "5 pages"),
            affiliation="Bonn",
            line=5,
        ),
    )

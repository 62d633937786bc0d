# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of any length in five formats, made of sample/articles.jsonl."""
import json
from html import escape
from pathlib import Path

ARTICLES = Path(__file__).resolve().parents[2] / "sample" / "articles.jsonl"


def articles():
    """Endlessly many, no two with the same text."""
    known = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    number = 0
    while True:
        for article in known:
            number += 1
            lines = article["text"].split("\n")
            turn = number % len(lines)
            yield number, article["title"], [f"رقم {number}"] + lines[turn:] + lines[:turn]


def markup_of(lines):
    return "".join(f"<p>{escape(line)}</p>\n" for line in lines)


def json_lines():
    for number, title, lines in articles():
        yield json.dumps({"id": str(number), "title": f"{title} {number}", "text": "\n".join(lines),
                          "author": "هند سالم", "date": "2017-01-20T16:56:00Z", "tags": ["تقنية"],
                          "url": f"https://example.org/{number}"}, ensure_ascii=False) + "\n"


def atom():
    yield '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>أرشيف</title>'
    for number, title, lines in articles():
        yield (f"<entry><id>tag:example.org,2017:{number}</id><title>{escape(title)} {number}</title>"
               f"<published>2017-01-20T16:56:00Z</published><author><name>هند سالم</name></author>"
               f'<link rel="alternate" href="https://example.org/{number}"/><category term="تقنية"/>'
               f'<content type="html">{escape(markup_of(lines))}</content></entry>\n')


def blogger():
    yield ('<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
           "<id>tag:blogger.com,1999:blog-1.archive</id><title>أرشيف</title>")
    for number, title, lines in articles():
        yield (f"<entry><id>tag:blogger.com,1999:blog-1.post-{number}</id><published>2017-01-20T16:56:00Z</published>"
               '<category scheme="http://schemas.google.com/g/2005#kind" '
               'term="http://schemas.google.com/blogger/2008/kind#post"/>'
               '<category scheme="http://www.blogger.com/atom/ns#" term="تقنية"/>'
               f"<title type=\"text\">{escape(title)} {number}</title><author><name>هند سالم</name></author>"
               f'<link rel="alternate" type="text/html" href="https://example.org/{number}"/>'
               f'<content type="html">{escape(markup_of(lines))}</content></entry>\n')


def rss():
    yield ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
           'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>أرشيف</title>\n')
    for number, title, lines in articles():
        yield (f"<item><title>{escape(title)} {number}</title><link>https://example.org/{number}</link>"
               f"<pubDate>Fri, 20 Jan 2017 16:56:00 +0000</pubDate><dc:creator>هند سالم</dc:creator>"
               f"<category>تقنية</category><description>{escape(lines[-1])}</description>"
               f"<content:encoded><![CDATA[{markup_of(lines)}]]></content:encoded></item>\n")


def wxr():
    yield ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
           'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
           'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><title>أرشيف</title>'
           "<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://example.org</wp:base_blog_url>\n")
    for number, title, lines in articles():
        # As WordPress writes it: paragraphs are lines with an empty one between.
        text = "\n\n".join(escape(line) for line in lines)
        yield (f"<item><title>{escape(title)} {number}</title><link>https://example.org/{number}</link>"
               f"<pubDate>Fri, 20 Jan 2017 16:56:00 +0000</pubDate><dc:creator><![CDATA[hind]]></dc:creator>"
               f"<content:encoded><![CDATA[{text}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
               f"<wp:post_id>{number}</wp:post_id><wp:post_date><![CDATA[2017-01-20 19:56:00]]></wp:post_date>"
               "<wp:post_date_gmt><![CDATA[2017-01-20 16:56:00]]></wp:post_date_gmt>"
               "<wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>"
               '<category domain="post_tag" nicename="tech"><![CDATA[تقنية]]></category></item>\n')


END = {json_lines: "", atom: "</feed>", blogger: "</feed>", rss: "</channel></rss>", wxr: "</channel></rss>"}


def pieces_of(records, size):
    """About `size` bytes of an export and its end, in pieces of a mebibyte."""
    piece, length, written = [], 0, 0
    for record in records():
        data = record.encode()
        piece.append(data)
        length += len(data)
        written += len(data)
        if length >= 1 << 20 or written >= size:
            yield b"".join(piece)
            piece, length = [], 0
        if written >= size:
            yield END[records].encode()
            return

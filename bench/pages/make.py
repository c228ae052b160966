#!/usr/bin/env python3
"""Writes the gold pages: stories of our own in templates after the habits of content systems.
   make.py FOLDER   writes the pages and gold.jsonl there; the same on every run"""
import json
import pathlib
import sys
from datetime import date
import templates
import templates2
import templates3
from stories import story

PAGES = [(templates.wp_classic, 3), (templates.wp_newspaper, 2), (templates.wp_links, 3), (templates.wp_blocks, 2), (templates.drupal7, 2),
         (templates.drupal_paragraphs, 2), (templates.amp, 2), (templates.hashed, 3), (templates2.broadcaster, 2), (templates2.agency, 2),
         (templates2.table_old, 3), (templates2.aspnet, 2), (templates2.blogger, 2), (templates2.live, 2), (templates2.soup, 3),
         (templates2.endless, 3), (templates2.tools, 2), (templates3.joomla, 2), (templates3.points, 2), (templates3.word, 2),
         (templates3.scripted, 2), (templates3.radio, 2), (templates3.gallery, 2), (templates3.posts, 2), (templates3.iso, 2),
         (templates3.wrong, 2), (templates3.modified, 2)]
NOTE = "<!-- Everything on this page is made up: no such place, outlet, person or event. -->"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    gold, number = [], 0
    for template, variants in PAGES:
        for v in range(variants):
            s, d = story(number), date(2015, 2, 3).fromordinal(date(2015, 2, 3).toordinal() + number * 67)
            url = f"https://outlet{number % 10}.example/news/{4100 + number}"
            html, says = template(s, d, url, v)
            name = f"{number + 1:02d}-{template.__name__.replace('_', '-')}.html"
            encoding = says.pop("encoding", "utf-8")
            (folder / name).write_bytes((html + "\n" + NOTE).encode(encoding, "xmlcharrefreplace"))
            gold.append({"page": name, "url": url, "title": s["title"], "published": d.isoformat(), "byline": s["byline"], "outlet": s["outlet"],
                         "captions": [], "posts": 0, "body": s["body"]} | says)
            number += 1
    with open(folder / "gold.jsonl", "w", encoding="utf-8") as out:
        out.writelines(json.dumps(g, ensure_ascii=False) + "\n" for g in gold)
    print(number, "pages")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))

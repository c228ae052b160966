"""Pieces that many content systems share, written after their habits, not after any one page."""
import json
from datetime import date
from stories import COMMENTS, COOKIE, DAYS, MONTHS, NEWSLETTER

INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def printed(d, style, indic=False):
    """A date as outlets print it."""
    day, month = DAYS[d.weekday()], d.month - 1
    text = {
        "levant": f"{day} {d.day} {MONTHS['levant'][month]} {d.year}",
        "both": f"{day} {d.day} {MONTHS['levant'][month]} / {MONTHS['egypt'][month]} {d.year}",
        "egypt": f"{day}، {d.day:02d} {MONTHS['egypt'][month]}، {d.year} 08:45 م",
        "maghreb": f"{d.day} {MONTHS['maghreb'][month]} {d.year} - 10:30",
        "monthfirst": f"{MONTHS['egypt'][month]} {d.day}, {d.year}",
        "slashes": f"{d.day:02d}/{d.month:02d}/{d.year}",
        "dashes": f"{d.year}-{d.month:02d}-{d.day:02d}",
        "english": f"{MONTHS['english'][month]} {d.day}, {d.year}",
    }[style]
    return text.translate(INDIC) if indic else text


def ps(lines, attributes=""):
    return "\n".join(f"<p{attributes}>{line}</p>" for line in lines)


def menu(tag="nav", cls="main-menu"):
    items = ["الرئيسية", "سياسة", "محليات", "اقتصاد", "رياضة", "ثقافة", "آراء", "فيديو", "من نحن", "اتصل بنا"]
    return f'<{tag} class="{cls}"><ul>' + "".join(f'<li><a href="/c/{i}">{x}</a></li>' for i, x in enumerate(items)) + f"</ul></{tag}>"


def links(titles, tag="li"):
    return "".join(f'<{tag}><a href="/n/{i}">{t}</a></{tag}>' for i, t in enumerate(titles))


def sidebar(s, cls="sidebar"):
    return (f'<aside class="{cls}"><h3>الأكثر قراءة</h3><ol>{links(s["related"][:5])}</ol>'
            f'<div class="newsletter"><p>{NEWSLETTER}</p><input type="email"><button>اشترك</button></div></aside>')


def share(cls="share-buttons"):
    return f'<div class="{cls}"><span>شارك</span> <a href="#">فيسبوك</a> <a href="#">تويتر</a> <a href="#">واتساب</a> <a href="#">نسخ الرابط</a></div>'


def tags(s, cls="tags-links"):
    return f'<div class="{cls}">الوسوم: <a href="/t/1">{s["names"]["t"]}</a> <a href="/t/2">أمن</a> <a href="/t/3">حوادث</a></div>'


def comments(cls="comments-area", id_="comments"):
    body = "".join(f'<li class="comment"><cite>قارئ {i + 1}</cite> <p>{c}</p></li>' for i, c in enumerate(COMMENTS))
    return f'<div id="{id_}" class="{cls}"><h3>التعليقات (3)</h3><ol class="comment-list">{body}</ol><form><label>اترك تعليقا</label><textarea></textarea></form></div>'


def cookie(cls="cookie-notice"):
    return f'<div class="{cls}" role="dialog"><p>{COOKIE}</p><button>موافق</button></div>'


def footer(outlet):
    return (f'<footer class="site-footer"><p>{outlet} موقع إخباري مستقل يعنى بشؤون الوديان والتلال وما جاورها، تأسس على يد مجموعة من الصحافيين.</p>'
            f'<p>جميع الحقوق محفوظة © {outlet}</p></footer>')


def tweet(post, d):
    text, name, handle = post
    return (f'<blockquote class="twitter-tweet" data-lang="ar"><p lang="ar" dir="rtl">{text}</p>&mdash; {name} (@{handle}) '
            f'<a href="https://twitter.com/{handle}/status/17{d.toordinal()}?ref_src=x">{printed(d, "english")}</a></blockquote>'
            '<script async src="https://platform.twitter.com/widgets.js"></script>')


def insta(post, d):
    text, name, handle = post
    return (f'<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/C{d.toordinal()}/"><div><a href="https://www.instagram.com/p/C{d.toordinal()}/">عرض هذا المنشور على Instagram</a>'
            f'<p>{text}</p><p><a href="https://www.instagram.com/{handle}/">منشور تمت مشاركته بواسطة {name} (@{handle})</a></p></div></blockquote>')


def linked(s, d, kind="NewsArticle", stamp="T09:15:00+03:00", graph=True, extra=None):
    node = {"@type": kind, "headline": s["title"], "datePublished": d.isoformat() + stamp, "author": {"@type": "Person", "name": s["byline"]},
            "publisher": {"@type": "Organization", "name": s["outlet"]}, **(extra or {})}
    whole = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": s["outlet"]}, node]} if graph else {"@context": "https://schema.org", **node}
    return '<script type="application/ld+json">' + json.dumps(whole, ensure_ascii=False) + "</script>"


def og(s, url, d=None, stamp="T06:15:00+00:00"):
    out = (f'<meta property="og:type" content="article"><meta property="og:title" content="{s["title"]}"><meta property="og:site_name" content="{s["outlet"]}">'
           f'<meta property="og:url" content="{url}">')
    return out + (f'<meta property="article:published_time" content="{d.isoformat()}{stamp}">' if d else "")


def head(title, extra="", charset="utf-8", lang="ar"):
    meta = f'<meta charset="{charset}">' if charset else ""
    return f'<!DOCTYPE html>\n<html lang="{lang}" dir="rtl">\n<head>{meta}<title>{title}</title>\n{extra}\n<style>body{{direction:rtl}}</style><script>var dataLayer=[];</script></head>\n'


def with_inset(lines, inset, at=1, attributes=""):
    """Paragraphs with something between two of them."""
    cells = [f"<p{attributes}>{x}</p>" for x in lines]
    return "\n".join(cells[:at] + [inset] + cells[at:])

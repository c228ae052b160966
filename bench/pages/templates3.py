"""Yet more: Joomla, points above the story, Word exports, pages written by scripts, radio, galleries, posts."""
from layout import *


def joomla(s, d, url, v):
    return head(s["title"], f'<meta name="author" content="{s["byline"]}">') + f'''
<body class="site com_content view-article"><div class="header">{menu("div", "nav-collapse")}</div><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{s["title"]}</h2></div>
<dl class="article-info muted"><dt class="article-info-term">التفاصيل</dt><dd class="createdby">كتب بواسطة: <span itemprop="name">{s["byline"]}</span></dd><dd class="published"><time datetime="{d.isoformat()}T10:00:00+03:00" itemprop="datePublished">تم النشر بتاريخ: {printed(d, "egypt")}</time></dd><dd class="hits">الزيارات: 2210</dd></dl>
<div class="pull-left item-image"><img src="x.jpg"></div><div itemprop="articleBody">{ps(s["body"], ' style="text-align: justify;"')}</div><ul class="pager pagenav"><li class="previous"><a>السابق</a></li><li class="next"><a>التالي</a></li></ul></div><div class="moduletable"><h3>آخر الأخبار</h3><ul class="latestnews">{links(s["related"])}</ul></div></body></html>''', {"outlet": None}


def points(s, d, url, v):
    retold = s["body"][0].split("،")[0]
    return head(f'{s["title"]} | {s["outlet"]}', og(s, url, d)) + f'''<body>{menu()}<main><article><h1>{s["title"]}</h1><div class="article-summary"><h4>ملخص</h4><ul><li>{retold}.</li><li>{s["body"][1].split("،")[0]}.</li></ul></div>
<div class="article-author"><a>{s["byline"]}</a></div><time datetime="{d.isoformat()}">{printed(d, "egypt")}</time><div class="article-content">{with_inset(s["body"], f'<aside class="pull-quote"><p>{s["body"][-1][:50]}</p></aside>', 1)}<p class="article-source">المصدر: {s["outlet"]} + وكالات</p></div></article></main>{comments()}{footer(s["outlet"])}</body></html>''', {"body": s["body"] + [f'المصدر: {s["outlet"]} + وكالات']}


def word(s, d, url, v):
    paragraphs = "".join(f'<p class=MsoNormal dir=RTL style=\'text-align:justify\'><span lang=AR-SA style=\'font-size:14.0pt\'>{x}<o:p></o:p></span></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>' for x in s["body"])
    return f'''<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=unicode"><title>{s["title"]}</title><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
<body lang=EN-US><div class=WordSection1><p class=MsoTitle dir=RTL><b>{s["title"]}</b></p><p class=MsoNormal dir=RTL>{printed(d, "both")}</p>{paragraphs}</div></body></html>''', {"encoding": "utf-16" if v == 0 else "utf-16-le", "byline": None, "outlet": None}


def scripted(s, d, url, v):
    joint = "\n\n" if v else "\n"
    return head(f'{s["title"]} | {s["outlet"]}', linked(s, d, extra={"articleBody": joint.join(s["body"]), "inLanguage": "ar"})) + '<body><div id="root"></div><noscript>يجب تفعيل جافاسكربت لتصفح هذا الموقع.</noscript><script src="/app.js"></script></body></html>', {}


def radio(s, d, url, v):
    return head(f'{s["outlet"]}', "") + f'''<body><div class="player-bar"><span>استمع مباشرة</span></div>{menu()}<section class="episode"><h1>{s["title"]}</h1><div class="audio-player"><span>00:00 / 03:12</span></div><section class="transcript">{ps(s["body"])}</section></section><section class="episodes"><h2>حلقات سابقة</h2>{links(s["related"], "h3")}</section>{footer(s["outlet"])}</body></html>''', {"url": f'https://radio.example/{d.year}/{d.month:02d}/{d.day:02d}/ep{v}', "byline": None, "outlet": None}


def gallery(s, d, url, v):
    pictures = "".join(f'<figure class="slide"><img src="{i}.jpg"><figcaption>{s["caption"]} {i + 1}</figcaption></figure>' for i in range(3))
    return head(f'{s["title"]} - {s["outlet"]}', og(s, url, d) + linked(s, d, graph=False)) + f'''<body>{menu()}<article class="story"><h1>{s["title"]}</h1><p class="standfirst">تقرير مصور يرصد آثار ما جرى في {s["names"]["t"]} وأحوال سكانها بعد ليلة طويلة.</p><div class="gallery">{pictures}</div><div class="story-body">{ps(s["body"])}</div></article>{sidebar(s)}{footer(s["outlet"])}</body></html>''', {
        "body": [f'تقرير مصور يرصد آثار ما جرى في {s["names"]["t"]} وأحوال سكانها بعد ليلة طويلة.'] + s["body"], "captions": [f'{s["caption"]} {i + 1}' for i in range(3)]}


def posts(s, d, url, v):
    inset = tweet(s["post"], d) if v == 0 else insta(s["post"], d)
    return head(s["title"], og(s, url) + f'<meta itemprop="datePublished" content="{d.isoformat()}">') + f'''<body>{cookie("cc-window")}{menu()}<div class="post-single"><h1>{s["title"]}</h1><div class="post-info">كتب: {s["byline"]}</div><div class="post-text">{with_inset(s["body"], inset + f'<p>اقرأ أيضا: <a href="/k">{s["related"][6]}</a></p>', 1)}</div>{share("addtoany_share_save_container")}</div><div class="widget"><h4>الأكثر مشاهدة</h4>{links(s["related"])}</div>{footer(s["outlet"])}</body></html>''', {"posts": 1, "byline": None}


def iso(s, d, url, v):
    return f'''<HTML><HEAD>{'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-6">' if v == 0 else ""}<TITLE>{s["title"]}</TITLE></HEAD><BODY DIR=RTL><CENTER><H2>{s["outlet"]}</H2></CENTER><HR><H3>{s["title"]}</H3><I>{printed(d, "slashes")}</I>
{"".join(f"<P>{x}" for x in s["body"])}<HR><A HREF="index.html">عودة</A></BODY></HTML>''', {"encoding": "iso-8859-6", "byline": None, "outlet": None}


def wrong(s, d, url, v):
    html = f'''<html><head><meta http-equiv="Content-Type" content="text/html; charset={["iso-8859-1", "utf-8"][v]}"><title>{s["title"]}</title></head><body><div class="nav">{menu("div", "nav")}</div><h1>{s["title"]}</h1><div class="newsDate">{printed(d, "levant")}</div><div class="newsText">{"<br /><br />".join(s["body"])}</div><div class="clear"></div><div class="lastNews">{links(s["related"], "p")}</div></body></html>'''
    return html, {"encoding": "windows-1256", "byline": None, "outlet": None}


def modified(s, d, url, v):
    later = date.fromordinal(d.toordinal() + 200)
    return head(f'{s["title"]} « {s["outlet"]}', f'<meta property="og:title" content="{s["title"]}"><meta property="og:site_name" content="{s["outlet"]}"><meta property="article:modified_time" content="{later.isoformat()}T10:00:00Z"><meta property="og:updated_time" content="{later.isoformat()}">') + f'''<body><header><div class="today-date">{printed(later, "egypt")}</div>{menu()}</header><section class="single"><div class="single-title"><h1>{s["title"]}</h1></div><div class="single-meta"><i></i>{printed(d, "egypt" if v else "maghreb")}</div><div class="single-thumb"><img src="a"></div><div class="single-text">{ps(s["body"])}</div><div class="single-tags"><a>{s["names"]["t"]}</a></div></section><section class="more"><h3>المزيد من الأخبار</h3>{"".join(f'<div class="card"><a href="/{i}"><h4>{t}</h4></a><p>{t} بحضور عدد من الوجهاء والمسؤولين في البلدة وجوارها أمس.</p><span>{printed(date.fromordinal(later.toordinal() - i), "egypt")}</span></div>' for i, t in enumerate(s["related"]))}</section>{footer(s["outlet"])}</body></html>''', {"byline": None}

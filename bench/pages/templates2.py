"""More page templates: broadcasters, agencies, live pages, old and broken sites."""
from layout import *


def broadcaster(s, d, url, v):
    crosshead = ["ماذا حدث؟"] if len(s["body"]) > 3 else []
    body = s["body"][:2] + crosshead + s["body"][2:]
    blocks = "".join(f'<div dir="rtl" class="bbc-k{i} e1{i}"><{"h2" if x in crosshead else "p"} class="bbc-x">{x}</{"h2" if x in crosshead else "p"}></div>' for i, x in enumerate(body[:3]))
    rest = "".join(f'<div dir="rtl" class="bbc-k{i} e2{i}"><p>{x}</p></div>' for i, x in enumerate(body[3:]))
    skip = f'<section role="region" aria-label="قصص مقترحة"><a href="#end">تخطى قصص مقترحة وواصل القراءة</a><strong>قصص مقترحة</strong><ul>{links(s["related"][:4])}</ul><p id="end">قصص مقترحة نهاية</p></section>'
    return head(f'{s["title"]} - {s["outlet"]}', linked(s, d, graph=True, stamp="T16:20:00.000Z")) + f'''
<body><header role="banner">{menu()}</header><div role="dialog" class="consent">{COOKIE}</div><main role="main"><div><h1 id="content" tabindex="-1">{s["title"]}</h1></div>
<figure><img src="p.jpg"><figcaption><span class="visually-hidden">التعليق على الصورة، </span><p>{s["caption"]}</p></figcaption></figure><section aria-label="معلومات المقال"><ul><li>{s["byline"]}</li><li>{s["outlet"]}</li></ul></section><time datetime="{d.isoformat()}">{printed(d, "egypt")[:-8]}</time>
{blocks}{skip}{rest}</main><section aria-labelledby="t"><h2 id="t">أهم القصص</h2><ul>{links(s["related"])}</ul></section><section><h2>اخترنا لكم</h2>{links(s["related"][2:], "div")}</section>{footer(s["outlet"])}</body></html>''', {"body": body, "captions": [s["caption"]]}


def agency(s, d, url, v):
    first = f'{s["names"]["t"]} {d.day}-{d.month} ({s["outlet"].split()[1]})-- ' + s["body"][0]
    joint = "<br>\n" if v else "<br/><br/>\n&nbsp;&nbsp;"
    body = [first] + s["body"][1:]
    return head(s["outlet"], "") + f'''
<body><div id="wrap"><div id="top"><a href="/">{s["outlet"]}</a> | <a href="/en">English</a> | <a href="/fr">Français</a></div>{menu("div", "m1")}<div id="story"><div class="hd">{s["title"]}</div><div class="sm">{printed(d, "slashes")} | 10:22:31</div>
<div>{joint.join(body)}<br/><br/>انتهى/ م.ع</div><div class="sm"><a href="javascript:print()">طباعة</a> <a href="#">إرسال</a></div></div><div id="more"><b>أخبار أخرى</b><br>{"<br>".join(f'<a href="/{i}">{t}</a>' for i, t in enumerate(s["related"]))}</div></div></body></html>''', {"body": body, "byline": None, "outlet": None}


def table_old(s, d, url, v):
    charset = ["windows-1256", "windows-1256", ""][v]
    return f'''<html dir=rtl><head>{f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""}<title>{s["outlet"]} : {s["title"]}</title></head>
<body bgcolor=#ffffff><table width=100% border=0><tr><td colspan=3 bgcolor=#003366><font color=white size=5>{s["outlet"]}</font></td></tr>
<tr><td width=150 valign=top><table><tr><td><a href=1.asp>الصفحة الأولى</a></td></tr><tr><td><a href=2.asp>محليات</a></td></tr><tr><td><a href=3.asp>رياضة</a></td></tr></table></td>
<td valign=top><p align=center><font size=4 color=red><b>{s["title"]}</b></font></p><p><font size=2>{printed(d, "dashes" if v == 2 else "levant")}</font></p>
<font face="Arabic Transparent" size=3>{"<br><br>".join(s["body"])}</font><br><br><center><a href="javascript:history.back()">رجوع</a></center></td>
<td width=180 valign=top><font size=2><b>أخبار أخرى</b><br>{"<br>".join(f"<a href=n{i}.asp>{t}</a>" for i, t in enumerate(s["related"]))}</font></td></tr><tr><td colspan=3 align=center><font size=1>جميع الحقوق محفوظة</font></td></tr></table></body></html>''', {"encoding": "windows-1256", "byline": None, "outlet": None}


def aspnet(s, d, url, v):
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>
	{s["title"]}
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head><body><form name="aspnetForm" method="post" action="x.aspx" id="aspnetForm"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK{"aGVsbG8" * 40}" /></div>
<div id="ctl00_pnlMenu">{menu("div", "mnu")}</div><div id="ctl00_ContentPlaceHolder1_pnl"><span id="ctl00_ContentPlaceHolder1_lblTitle" style="font-weight:bold;">{s["title"]}</span><br /><span id="ctl00_ContentPlaceHolder1_lblDate">{printed(d, "egypt", v == 1)}</span>
<div id="ctl00_ContentPlaceHolder1_divImg"><img src="x.jpg" /></div><div id="ctl00_ContentPlaceHolder1_lblText">{"".join(f'<div style="text-align: justify;">{x}</div><div>&nbsp;</div>' for x in s["body"])}</div></div>
<div id="ctl00_pnlMost"><span>الأكثر قراءة</span>{links(s["related"], "div")}</div><div id="ctl00_pnlComments"><span>التعليقات</span>{"".join(f'<div><span>زائر</span><div>{c}</div></div>' for c in __import__("stories").COMMENTS)}</div></form></body></html>''', {"byline": None, "outlet": None}


def blogger(s, d, url, v):
    return head(f'{s["outlet"]}: {s["title"]}', f'<meta property="og:title" content="{s["title"]}">') + f'''
<body class="item-view"><div class="widget Header"><h1 class="title"><a href="/">{s["outlet"]}</a></h1></div><div class="main section" id="main"><div class="widget Blog"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{printed(d, "levant")}</span></h2>
<div class="post hentry"><h3 class="post-title entry-title">{s["title"]}</h3><div class="post-body entry-content" id="post-body-1"><div dir="rtl" style="text-align: right;" trbidi="on">{"<br /><br />".join(s["body"])}<br /><div class="separator"><img src="z.jpg"/></div></div></div>
<div class="post-footer"><span class="post-author vcard">مرسلة بواسطة {s["byline"]}</span> <span class="post-timestamp">في <abbr class="published" title="{d.isoformat()}T13:04:00+02:00">1:04 م</abbr></span><div class="post-share-buttons"><a>مشاركة على تويتر</a></div></div></div></div></div>
<div class="comments" id="comments"><h4>ليست هناك تعليقات:</h4><p class="comment-footer"><a>إرسال تعليق</a></p></div></div></div><div class="sidebar section"><div class="widget PopularPosts"><h2>المشاركات الشائعة</h2>{links(s["related"])}</div><div class="widget BlogArchive"><h2>أرشيف المدونة</h2></div></div></body></html>''', {"outlet": None, "byline": None}


def live(s, d, url, v):
    entries = "".join(f'<article class="live-entry"><time datetime="{d.isoformat()}T1{i}:05:00+03:00">1{i}:05</time><div class="live-entry__text"><p>{x}</p></div>{share("live-share")}</article>' for i, x in enumerate(s["body"]))
    return head(s["title"], linked(s, d, "LiveBlogPosting", graph=False)) + f'''
<body><div class="topbar">{menu()}</div><main><h1>تغطية مباشرة.. {s["title"]}</h1><p class="live-updated">آخر تحديث: {printed(d, "egypt")}</p><div class="live-blog-posts">{entries}</div></main>{sidebar(s)}{footer(s["outlet"])}</body></html>''', {"title": "تغطية مباشرة.. " + s["title"]}


def soup(s, d, url, v):
    cells = "".join(f'<div><span style="font-size:18px"><span dir="auto">{x}</span></span></div><div><br></div>' for x in s["body"])
    return head(s["title"] + " " + s["outlet"], f'<meta name="author" content="{s["byline"]}">') + f'''
<body><div id="a"><div id="b">{menu("div", "x")}</div><div id="c"><div id="d"><h2>{s["title"]}</h2><small>{printed(d, "both")}</small><img src="q.jpg"><div id="e">{cells}</div><div id="f"><a>شارك</a><a>طباعة</a></div></div>
<div id="g"><b>التعليقات</b>{"".join(f'<div><b>زائر {i}</b><div>{c}</div></div>' for i, c in enumerate(__import__("stories").COMMENTS * (2 + v)))}</div></div><div id="h">{links(s["related"], "div")}</div></div></body></html>''', {"outlet": None}


def endless(s, d, url, v):
    from stories import story
    other = story(71 + v)
    def one(x, day, first):
        return f'''<article class="article-item" data-url="/{x["names"]["n"]}"><h{1 if first or v else 2}>{x["title"]}</h{1 if first or v else 2}><div class="article-info"><span class="author">{x["byline"]}</span><span class="publish-date">{printed(day, "levant")}</span></div><div class="article-body" itemprop="articleBody">{ps(x["body"])}</div>{share()}</article>'''
    return head(f'{s["title"]} | {s["outlet"]}', linked(s, d) + og(s, url)) + f'''<body>{menu()}<div class="infinite-scroll">{one(s, d, True)}{one(other, date.fromordinal(d.toordinal() - 1), False)}</div>{footer(s["outlet"])}</body></html>''', {}


def tools(s, d, url, v):
    lead = s["body"][0].split("،")[0] + "."
    return head(s["title"], f'<meta name="publish-date" content="{printed(d, "dashes")} 12:00:00">') + f'''
<body>{menu()}<div class="news-page"><div class="breadcrumb"><a>الرئيسية</a> / <a>محليات</a></div><h1>{s["title"]}</h1><h2 class="summary">{lead}</h2><div class="info-bar">{printed(d, "egypt")} | <span>{s["byline"]}</span></div>
<div class="article-tools"><a>تكبير الخط</a> <a>تصغير الخط</a> <a>طباعة</a> <a>إرسال لصديق</a></div><div class="news-details"><div class="img-box"><img src="1.jpg"><span class="img-desc">{s["caption"]}</span></div>{with_inset(s["body"], f'<ul class="read-more-list"><li><a href="/1">{s["related"][1]}</a></li><li><a href="/2">{s["related"][2]}</a></li></ul>', 2)}
<p>رابط مختصر: <a href="http://s.example/1">http://s.example/1</a></p>{tags(s, "keywords")}</div></div>{sidebar(s, "left-side")}{footer(s["outlet"])}</body></html>''', {"captions": [s["caption"]], "byline": None, "outlet": None}

"""Page templates after the habits of content systems. Each takes a story, a day, an address and a variant, and gives the
page, and where it differs from the story, what its gold record says."""
from layout import *


def wp_classic(s, d, url, v):
    inset = f'<div class="related-inline"><a href="/old">اقرأ أيضا: {s["related"][0]}</a></div>' if v else ""
    return head(f'{s["title"]} - {s["outlet"]}', og(s, url, d) + (linked(s, d) if v < 2 else "") + f'<link rel="canonical" href="{url}">') + f'''
<body class="rtl single single-post postid-81 has-sidebar"><header class="site-header"><a href="/">{s["outlet"]}</a>{menu()}</header>{cookie() if v else ""}
<div id="content" class="site-content"><article id="post-81" class="post-81 post type-post status-publish category-latest-news tag-iraq">
<header class="entry-header"><h1 class="entry-title">{s["title"]}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{d.isoformat()}T09:15:00+03:00">{printed(d, "egypt")}</time></span> <span class="byline">بواسطة <a href="/a">{s["byline"]}</a></span></div></header>
<figure class="post-thumbnail"><img src="a.jpg" alt="x"><figcaption class="wp-caption-text">{s["caption"]}</figcaption></figure>
<div class="entry-content">{with_inset(s["body"], inset)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">شارك هذا الموضوع:</h3><ul><li><a>فيسبوك</a><li><a>تويتر</a></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>مرتبط</h3>{links(s["related"][1:4], "p")}</div></div>
<footer class="entry-footer">{tags(s)}</footer></article>{comments()}</div>{sidebar(s, "widget-area")}{footer(s["outlet"])}</body></html>''', {"captions": [s["caption"]]}


def wp_newspaper(s, d, url, v):
    box = f'<div class="td-a-rec"><p>إعلان</p></div><div class="td_block_related_posts"><h4>مقالات ذات صلة</h4>{links(s["related"][:3], "div")}</div>'
    return head(f'{s["title"]} | {s["outlet"]}', og(s, url, d if v else None)) + f'''
<body class="td-standard-pack single"><div class="td-header-wrap">{menu("div", "td-header-menu")}<div class="td-ticker">عاجل: <a href="/b">{s["related"][5]}</a></div></div>
<div class="td-container"><div class="td-post-header"><ul class="td-category"><li><a>محليات</a></ul><h1 class="entry-title">{s["title"]}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name">بقلم <a>{s["byline"]}</a></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{d.isoformat()}T20:15:00+00:00">{printed(d, "monthfirst")}</time></span></div></div>
{share("td-post-sharing-top")}<div class="td-post-content tagdiv-type">{with_inset(s["body"], box, 2)}</div>
{share("td-post-sharing-bottom")}<div class="td-post-source-tags"><ul class="td-tags"><li>وسوم</li><li><a>{s["names"]["t"]}</a></li></ul></div>
<div class="td-post-next-prev"><a href="/p">المقال السابق {s["related"][4]}</a><a href="/q">المقال التالي {s["related"][5]}</a></div>
<div class="td-author-box"><p>{s["byline"]} صحافي يكتب في الشؤون المحلية منذ أعوام طويلة وله كتابات كثيرة عن تاريخ البلدات.</p></div></div>{sidebar(s, "td-main-sidebar")}{footer(s["outlet"])}</body></html>''', {}


def wp_links(s, d, url, v):
    body = []
    for i, line in enumerate(s["body"]):
        body.append(f"<p>{line}</p>")
        if i in (0, 2):
            body.append(f'<p><strong><a href="/r{i}">{"إقرأ أيضاً.. " if v else ""}{s["related"][i]}</a></strong></p>')
    return head(s["title"], og(s, url) + linked(s, d, "Article", "T23:10:00Z" if v == 1 else "T10:00:00+02:00", graph=False)) + f'''
<body><div id="tie-container"><div class="main-nav">{menu("div", "menu-components")}</div><div class="main-content"><article id="the-post">
<div class="entry-header-outer"><div class="entry-header"><h1 class="post-title entry-title">{s["title"]}</h1><div class="single-post-meta post-meta clearfix"><span class="author-meta">{s["byline"]}</span><span class="date meta-item tie-icon">{printed(d if v != 1 else date.fromordinal(d.toordinal() + 1), "both")}</span><span class="meta-views">312 مشاهدة</span> <span>أقل من دقيقة</span></div></div></div>
<div class="entry-content entry clearfix">{"".join(body)}<div class="post-bottom-meta post-bottom-tags"><div class="post-bottom-meta-title">الوسوم</div><span class="tagcloud"><a>أمن</a> <a>{s["names"]["u"]}</a></span></div></div>
<div class="share-links">{share()}</div></article><div id="related-posts"><h3>مقالات ذات صلة</h3>{links(s["related"][3:7], "h2")}</div></div></div>{footer(s["outlet"])}</body></html>''', {"published": (d if v != 1 else date.fromordinal(d.toordinal() + 1)).isoformat()}


def wp_blocks(s, d, url, v):
    embed = f'<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">{tweet(s["post"], d)}</div><figcaption>{s["caption"]}</figcaption></figure>'
    return head(f'{s["title"]} – {s["outlet"]}', og(s, url, d)) + f'''
<body><div class="wp-site-blocks"><header class="wp-block-template-part">{menu("nav", "wp-block-navigation")}</header><main class="wp-block-group"><h1 class="wp-block-post-title">{s["title"]}</h1>
<div class="wp-block-post-date"><time datetime="{d.isoformat()}T11:00:00+03:00">{printed(d, "levant", v == 1)}</time></div>
<div class="entry-content wp-block-post-content is-layout-constrained">{with_inset(s["body"], embed, 2)}
<div class="wp-block-group has-background"><h4 class="wp-block-heading">موضوعات ذات صلة</h4><ul class="wp-block-latest-posts__list wp-block-latest-posts">{links(s["related"][:3])}</ul></div></div></main><footer>{footer(s["outlet"])}</footer></div></body></html>''', {"captions": [s["caption"]], "posts": 1, "byline": None}


def drupal7(s, d, url, v):
    return head(f'{s["title"]} | {s["outlet"]}', f'<meta name="dcterms.date" content="{d.isoformat()}T07:30+03:00"><link rel="canonical" href="{url}">') + f'''
<body class="html not-front page-node node-type-news i18n-ar"><div id="page"><div id="header">{menu("div", "region region-navigation")}<div class="today">{printed(date.fromordinal(d.toordinal() + 400), "both")}</div></div>
<div id="main"><h1 class="title" id="page-title">{s["title"]}</h1><div class="node node-news view-mode-full"><div class="submitted">نشر في: {printed(d, "slashes", v == 1)}</div>
<div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img src="i.jpg"></div></div></div><div class="field field-name-field-caption"><div class="field-items"><div class="field-item even">{s["caption"]}</div></div></div>
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{ps(s["body"], " class='rtejustify'")}</div></div></div>
<div class="field field-name-field-tags"><div class="field-label">الكلمات الدلالية:&nbsp;</div><div class="field-items"><div class="field-item even"><a>{s["names"]["t"]}</a></div></div></div>{share("sharethis-wrapper")}</div>{comments("comment-wrapper")}</div>
<div class="region region-sidebar-second"><div class="block block-views"><h2>آخر الأخبار</h2><div class="view-content">{links(s["related"], "div")}</div></div></div></div>{footer(s["outlet"])}</body></html>''', {"captions": [s["caption"]], "byline": None}


def drupal_paragraphs(s, d, url, v):
    cells = "".join(f'<div class="field__item"><div class="paragraph paragraph--type--text paragraph--view-mode--default"><div class="clearfix text-formatted field field--name-field-text field__item"><p>{x}</p></div></div></div>' +
                    (f'<div class="field__item"><div class="paragraph paragraph--type--related"><h3>اقرأ أيضا</h3><a href="/z">{s["related"][2]}</a></div></div>' if i == 1 else "") for i, x in enumerate(s["body"]))
    return head(s["title"], og(s, url, d, "T14:00:00+0300") if v else og(s, url)) + f'''
<body class="path-node"><div class="dialog-off-canvas-main-canvas"><header role="banner">{menu("nav", "block-menu navigation")}</header><main role="main"><article class="node node--type-article node--view-mode-full">
<h1><span class="field field--name-title">{s["title"]}</span></h1><div class="node__meta"><span class="field field--name-uid">{s["byline"]}</span> <span class="field field--name-created">{printed(d, "egypt")}</span></div>
<div class="field field--name-field-content field--type-entity-reference-revisions field__items">{cells}</div></article></main><aside role="complementary">{sidebar(s, "region-sidebar")}</aside>{footer(s["outlet"])}</div></body></html>''', {"byline": None}


def amp(s, d, url, v):
    return f'''<!doctype html><html amp lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{s["title"]}</title><link rel="canonical" href="{url}">{linked(s, d, graph=False)}<style amp-custom>p{{margin:0}}</style></head>
<body><amp-sidebar id="sb" layout="nodisplay">{menu("ul")}</amp-sidebar><amp-consent layout="nodisplay" id="c"><div id="c-ui"><p>{COOKIE}</p></div></amp-consent><header class="amp-wp-header"><a href="/">{s["outlet"]}</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{s["title"]}</h1><div class="amp-wp-meta amp-wp-byline">{s["byline"]}</div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{d.isoformat()}T09:15:00+03:00">{printed(d, "egypt")}</time></div></header>
<figure class="amp-wp-article-featured-image"><amp-img src="a.jpg" width="10" height="10"></amp-img><figcaption>{s["caption"]}</figcaption></figure>
<div class="amp-wp-article-content">{with_inset(s["body"], '<amp-ad width="300" height="250"></amp-ad>' + ('<amp-twitter data-tweetid="1"></amp-twitter>' if v else ""))}<amp-social-share type="twitter">تغريد</amp-social-share></div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">الوسوم: <a>أمن</a></div></footer></article><footer class="amp-wp-footer"><p>© {s["outlet"]}</p></footer></body></html>''', {"captions": [s["caption"]]}


def hashed(s, d, url, v):
    inset = f'<div class="css-9xk2"><div class="css-1a"><a class="css-77" href="/q"><span>{s["related"][0]}</span></a></div></div>'
    paragraphs = "".join(f'<div class="css-1{i}q"><p class="css-p0">{x}</p></div>' + (inset if i == 1 else "") for i, x in enumerate(s["body"]))
    return head(f'{s["title"]} | {s["outlet"]}', linked(s, d, stamp="T05:00:00.000Z") + og(s, url)) + f'''
<body><div id="__next"><div class="css-a1"><div class="css-b2">{menu("div", "css-m3")}</div><div class="css-c4"><div class="css-h1"><h1 class="css-t1">{s["title"]}</h1><div class="css-k9">{s["byline"]}</div><div class="css-k8">{printed(d, "levant", v == 1)}</div></div>
<div class="css-z0"><div class="css-z1">{paragraphs}</div></div><div class="css-r1"><div class="css-r2">قد يهمك أيضا</div>{"".join(f'<div class="css-r3"><a href="/{i}">{t}</a><span>{printed(date.fromordinal(d.toordinal() - i), "levant")}</span></div>' for i, t in enumerate(s["related"]))}</div></div>
<div class="css-f1"><div>جميع الحقوق محفوظة {s["outlet"]}</div></div></div></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{"t":"{s["title"]}"}}}}</script></body></html>''', {}

package org.isnad.io.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Feeds and sitemaps of every kind, and hostile ones. */
class FeedReaderTest {

  private static final String RSS2 =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
          + "<title>صحيفة البلدة</title><link>https://a.example</link><description>x</description>"
          + "<item><title>حريق</title><link> https://a.example/1 </link><pubDate>Sun, 10 Mar 2024 09:00:00 +0300</pubDate>"
          + "<description>موجز</description><content:encoded><![CDATA[<p>نص الخبر كاملا</p>]]></content:encoded></item>"
          + "<item><title>بلا رابط</title></item></channel></rss>";

  private static Feed read(String xml) throws IOException {
    return FeedReader.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void rss2IsRead() throws IOException {
    Feed feed = read(RSS2);
    assertThat(feed.title()).isEqualTo("صحيفة البلدة");
    assertThat(feed.entries())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.url()).isEqualTo("https://a.example/1");
              assertThat(e.title()).isEqualTo("حريق");
              assertThat(e.published()).isEqualTo("2024-03-10T06:00:00Z");
              assertThat(e.content()).contains("كاملا");
            });
  }

  @Test
  void rss1AndAtomAreRead() throws IOException {
    String rss1 =
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + "<channel rdf:about=\"https://a.example\"><title>x</title><link>https://a.example</link><description>d</description></channel>"
            + "<item rdf:about=\"https://a.example/1\"><title>حريق</title><link>https://a.example/1</link><dc:date>2024-03-10T09:00:00Z</dc:date></item></rdf:RDF>";
    assertThat(read(rss1).entries())
        .extracting(Feed.Entry::url)
        .containsExactly("https://a.example/1");
    String atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry><title>حريق</title><link href=\"https://a.example/2\"/>"
            + "<id>urn:1</id><published>2024-03-10T09:00:00Z</published></entry></feed>";
    assertThat(read(atom).entries())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.url()).isEqualTo("https://a.example/2");
              assertThat(e.published()).isEqualTo("2024-03-10T09:00:00Z");
            });
  }

  @Test
  void sitemapsNewsSitemapsAndIndexesAreRead() throws IOException {
    String map =
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">"
            + "<url><loc>https://a.example/1</loc><lastmod>2024-03-11</lastmod><news:news><news:publication_date>2024-03-10T09:00:00+03:00</news:publication_date><news:title>حريق</news:title></news:news><image:image><image:loc>https://a.example/i.jpg</image:loc></image:image></url>"
            + "<url><loc>https://a.example/2</loc><lastmod>2024-03-11</lastmod></url></urlset>";
    assertThat(read(map).entries())
        .extracting(Feed.Entry::url)
        .containsExactly("https://a.example/1", "https://a.example/2");
    assertThat(read(map).entries().getFirst().published()).isEqualTo("2024-03-10T06:00:00Z");
    assertThat(read(map.substring(0, map.length() - 40)).entries()).hasSize(1);
    String index =
        "<sitemapindex><sitemap><loc>https://a.example/m1.xml.gz</loc></sitemap></sitemapindex>";
    assertThat(read(index).sitemaps()).containsExactly("https://a.example/m1.xml.gz");
  }

  @Test
  void gzippedAndOldEncodingsAreRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(RSS2.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(FeedReader.read(packed.toByteArray()).entries()).hasSize(1);
    byte[] old = RSS2.replace("UTF-8", "windows-1256").getBytes(Charset.forName("windows-1256"));
    assertThat(FeedReader.read(old).entries().getFirst().title()).isEqualTo("حريق");
  }

  @Test
  void entitiesAreNeverFollowedAndBombsNeverGrow() {
    String outside =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + RSS2.substring(38).replace("حريق", "&x;");
    assertThatThrownBy(() -> read(outside)).isInstanceOf(IOException.class);
    String bomb =
        "<!DOCTYPE urlset [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><urlset><url><loc>https://a.example/&b;</loc></url></urlset>";
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("<html></html>")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
    String deep = "<rss version=\"2.0\"><channel>" + "<a>".repeat(50_000);
    assertThatThrownBy(() -> read(deep)).isInstanceOf(IOException.class);
  }

  @Test
  void everyPrefixOfAFeedIsReadOrRefused() {
    for (int end = 0; end < RSS2.length(); end += 5) {
      try {
        read(RSS2.substring(0, end));
      } catch (IOException e) {
        assertThat(e).hasMessageNotContaining("NullPointer");
      }
    }
  }
}

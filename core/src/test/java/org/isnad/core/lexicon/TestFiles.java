package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.List;

/** Knowledge files for tests: the paradigms and clitics that the tests of the engine need. */
public final class TestFiles {

  private TestFiles() {}

  /** A small knowledge folder with these lists added. */
  public static List<DataFile> with(DataFile... lists) {
    List<DataFile> files = new ArrayList<>();
    files.add(
        file(
            "clitics/proclitics.tsv",
            "# columns: key gloss arabic order before",
            "al\tthe\tال\t4\tnominal",
            "b\tin\tب\t2\tnominal",
            "l\tfor\tل\t2\tany",
            "s\twill\tس\t2\tpresent",
            "w\tand\tو\t1\tany"));
    files.add(
        file("clitics/enclitics.tsv", "# columns: key gloss arabic", "h\this\tه", "hm\ttheir\tهم"));
    files.add(
        file(
            "clitics/joins.tsv",
            "# columns: key gloss joined free",
            "teh\topens\tت\tة",
            "plural\talef\tو\tوا"));
    files.add(
        file(
            "letters/verb-paradigms.tsv",
            "# columns: class past present ppast ppresent masdar active passive",
            "feminine-ending\tة",
            "I\t123\t123\t\t\t\t1ا23\tم12و3",
            "IV-hollow\tا1ا3////ا13\t1ي3////13/13\tا1ي3////ا13\t1ا3////13/13\tا1ا3ه\tم1ي3\tم1ا3",
            "X\tاست123\tست123\t\t\tاست12ا3\tمست123\tمست123"));
    files.add(
        file(
            "letters/verb-affixes.tsv",
            "# columns: slot variant prefix suffix tense number gender person",
            "past\t0\t\t\tpast\tsingular\tmasculine\t3",
            "past\tT\t\tت\tpast\tsingular\tfeminine\t3",
            "past\tW\t\tوا\tpast\tplural\tmasculine\t3",
            "past\tC\t\tنا\tpast\tplural\tany\t1",
            "ppast\t0\t\t\tpast\tsingular\tmasculine\t3",
            "present\t0\tي\t\tpresent\tsingular\tmasculine\t3",
            "present\tW\tي\tون\tpresent\tplural\tmasculine\t3",
            "present\tW\tي\tو\tpresent\tplural\tmasculine\t3"));
    files.add(
        file(
            "letters/noun-affixes.tsv",
            "# columns: code drop suffix number gender",
            "adj\t\t\tsingular\tmasculine",
            "adj\t\tة\tsingular\tfeminine",
            "adj\tة\tتان\tdual\tfeminine",
            "adj\t\tتان\tdual\tfeminine",
            "adj\t\tات\tplural\tfeminine",
            "n\t\t\tsingular\tmasculine",
            "n\t\tين\tdual\tmasculine",
            "nf\t\t\tsingular\tfeminine",
            "nf\tة\tتان\tdual\tfeminine",
            "nf\tة\tات\tplural\tfeminine"));
    files.addAll(List.of(lists));
    return files;
  }

  /** A knowledge file. */
  public static DataFile file(String path, String... lines) {
    return new DataFile(path, List.of(lines));
  }
}

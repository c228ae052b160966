package org.isnad.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.isnad.core.text.Blanks;
import org.isnad.search.Names.Name;

/**
 * Turns the words of a query into Lucene's terms: names become all their names, Arabic words are
 * looked for behind proclitics too, and what stands in quotation marks is a phrase.
 */
final class QueryReader {

  /** A word of the headline counts so many times a word of the text. */
  private static final float TITLE_BOOST = 2f;

  private final BilingualAnalyzer analyzer;
  private final Names names;

  QueryReader(BilingualAnalyzer analyzer, Names names) {
    this.analyzer = analyzer;
    this.names = names;
  }

  /** The query; everything where the words hold no term. */
  Query query(String text) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean wanted = false;
    List<Piece> pieces = Piece.of(text);
    for (int i = 0; i < pieces.size(); ) {
      int end = groupEnd(pieces, i);
      List<Query> either = new ArrayList<>();
      boolean without = pieces.get(i).isExcluded();
      for (Piece piece : pieces.subList(i, end)) {
        either.addAll(queries(piece));
      }
      for (List<Query> clause : clauses(pieces.subList(i, end), either)) {
        all.add(any(clause), without ? Occur.MUST_NOT : Occur.MUST);
        wanted |= !without;
      }
      i = end;
    }
    if (!wanted) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
    }
    return all.build();
  }

  /** Alternatives are one clause; of a single piece every part is a clause of its own. */
  private static List<List<Query>> clauses(List<Piece> group, List<Query> queries) {
    if (queries.isEmpty()) {
      return List.of();
    }
    return group.size() > 1 || group.getFirst().isExcluded()
        ? List.of(queries)
        : queries.stream().map(List::of).toList();
  }

  /** End of the pieces that {@code OR} joins to the one at {@code i}. */
  private static int groupEnd(List<Piece> pieces, int i) {
    int end = i + 1;
    while (end < pieces.size() && pieces.get(end).isAlternative()) {
      end++;
    }
    return end;
  }

  private List<Query> queries(Piece piece) {
    List<String> words = piece.words();
    return piece.isPhrase() ? phrase(words) : namesAndWords(words);
  }

  /** A phrase stands as it is; where it is a name as a whole, its other names count too. */
  private List<Query> phrase(List<String> words) {
    List<Query> either = new ArrayList<>();
    for (Name name : names.named(analyzer.terms(String.join(" ", words)))) {
      either.addAll(named(name));
    }
    either.addAll(inEachField(words));
    return either.isEmpty() ? List.of() : List.of(any(either));
  }

  /** The longest names first; what is left is looked for word by word. */
  private List<Query> namesAndWords(List<String> words) {
    List<Query> all = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int end = nameEnd(words, i);
      List<Query> either = new ArrayList<>();
      List<String> part = words.subList(i, Math.max(end, i + 1));
      for (Name name : names.named(analyzer.terms(String.join(" ", part)))) {
        either.addAll(named(name));
      }
      either.addAll(inEachField(part));
      if (!either.isEmpty()) {
        all.add(any(either));
      }
      i += part.size();
    }
    return all;
  }

  private int nameEnd(List<String> words, int start) {
    for (int end = Math.min(words.size(), start + Names.LONGEST); end > start; end--) {
      List<String> terms = analyzer.terms(String.join(" ", words.subList(start, end)));
      if (!terms.isEmpty() && !names.named(terms).isEmpty()) {
        return end;
      }
    }
    return start;
  }

  /** The id that documents carry, and all names in texts. */
  private List<Query> named(Name name) {
    List<Query> either = new ArrayList<>();
    for (Facet facet : name.facets()) {
      Term term = DrillDownQuery.term(SearchIndex.FACETS, facet.id(), name.id());
      either.add(new ConstantScoreQuery(new TermQuery(term)));
    }
    for (String spelling : name.spellings()) {
      either.addAll(inEachField(Blanks.words(spelling)));
    }
    return either;
  }

  private List<Query> inEachField(List<String> words) {
    List<Query> either = new ArrayList<>();
    List<Set<String>> positions = positions(words);
    if (!positions.isEmpty()) {
      either.add(new BoostQuery(inField(SearchIndex.TITLE, positions), TITLE_BOOST));
      either.add(inField(SearchIndex.TEXT, positions));
    }
    return either;
  }

  private static Query inField(String field, List<Set<String>> positions) {
    if (positions.size() == 1) {
      SynonymQuery.Builder same = new SynonymQuery.Builder(field);
      positions.getFirst().forEach(term -> same.addTerm(new Term(field, term)));
      return same.build();
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (Set<String> terms : positions) {
      phrase.add(terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new));
    }
    return phrase.build();
  }

  /** The terms that can stand at each position: a word's own, and those with proclitics. */
  private List<Set<String>> positions(List<String> words) {
    List<Set<String>> positions = new ArrayList<>();
    for (String word : words) {
      List<String> own = analyzer.terms(word);
      if (own.size() > 1) {
        own.forEach(term -> positions.add(Set.of(term)));
      } else if (!own.isEmpty()) {
        Set<String> terms = new LinkedHashSet<>(own);
        for (String variant : names.withProclitics(word)) {
          List<String> one = analyzer.terms(variant);
          if (one.size() == 1) {
            terms.addAll(one);
          }
        }
        positions.add(terms);
      }
    }
    return positions;
  }

  private static Query any(List<Query> either) {
    if (either.size() == 1) {
      return either.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    either.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }
}

package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.isnad.core.lexicon.Features.Num;
import org.isnad.core.lexicon.Features.Part;
import org.isnad.core.text.Blanks;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * All lists of the knowledge files, and the answer to: which entries can this word, or these words,
 * be?
 *
 * <p>Words are looked up folded. Clitics are taken off only when what remains is known, and the
 * whole word is tried first, so that {@code وزير} is never "and" plus something. Immutable once
 * built.
 */
public final class Lexicon {

  /** What a cell of plurals or verbal nouns holds where a word has none. */
  private static final String NONE = "-";

  private static final String WHOLE_WORDS = "whole-words";

  /** Words whose forms are kept: some thirty megabytes at most. */
  private static final int REMEMBERED_BITS = 17;

  private static final int REMEMBERED = 1 << REMEMBERED_BITS;

  /** So many forms share their slots, the last one asked for first. */
  private static final int SHARED = 4;

  /** Spreads what is alike over all bits: 2 to the power of 64 by the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Spreads otherwise: an odd number whose bits are spread, that of Knuth's generator. */
  private static final long OTHER_SPREAD = 6364136223846793005L;

  /** Longer words are no words, and are not worth the memory. */
  private static final int LONGEST_REMEMBERED = 32;

  /**
   * Rows of more letters than any word has with all that can be written to it are not looked up.
   */
  private static final int LONGEST_WORD = 64;

  private final Map<String, Integer> listIds = new LinkedHashMap<>();
  private final Map<String, Map<String, Entry>> entries = new TreeMap<>();
  private final Map<String, Integer> longest = new HashMap<>();
  private final Node root = new Node(0, "");
  private final Steps steps = new Steps();
  private final Inflector inflector;
  private final CliticTable clitics;
  private final RunTogether runTogether = new RunTogether(this);
  private final AtomicReferenceArray<WordForm> remembered = new AtomicReferenceArray<>(REMEMBERED);

  /**
   * The numbers of the forms that are kept, so that memory is not asked for forms of other words. A
   * number may be that of a form which another thread has just moved, so each form is asked too.
   */
  private final long[] rememberedNumbers = new long[REMEMBERED];

  private Lexicon(List<DataFile> files) {
    this.inflector = new Inflector(files);
    this.clitics = new CliticTable(files);
  }

  /**
   * Builds the lexicon of all tables that have the columns {@code key} and {@code arabic}, and of
   * the names that registers add.
   *
   * @param files the knowledge files; those that are no lists are passed over
   * @param names further names, such as those of the gazetteer and the register of parties
   * @throws DataException if a list cannot be read
   */
  public static Lexicon of(List<DataFile> files, List<Named> names) {
    Lexicon lexicon = new Lexicon(files);
    for (DataFile file : files) {
      if (file.isTable() && !file.folder().equals("clitics")) {
        lexicon.addList(file);
      }
    }
    names.forEach(lexicon::addNamed);
    return lexicon;
  }

  /**
   * A name that a register adds to the lookup.
   *
   * @param list the list it is found under, such as {@code places}
   * @param key its key there
   * @param gloss English name
   * @param spellings Arabic spellings
   * @param attributes what consumers need at once
   * @param file path of the register's file
   * @param line line number, counted from 1
   */
  public record Named(
      String list,
      String key,
      String gloss,
      List<String> spellings,
      Map<String, String> attributes,
      String file,
      int line) {}

  /** Number of the list, for use in tight loops; lists that no file defines get a number too. */
  public int listId(String list) {
    Integer id = listIds.get(list);
    return id == null ? -1 : id;
  }

  /** Whether a list of this name was read. */
  public boolean hasList(String list) {
    return entries.containsKey(list);
  }

  /** Words of the longest entry of a list; 0 where it has none. */
  public int longest(String list) {
    return longest.getOrDefault(list, 0);
  }

  /** Names of all lists, sorted. */
  public Collection<String> lists() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** Entries of a list in file order; empty where there is no such list. */
  public Collection<Entry> entries(String list) {
    Map<String, Entry> found = entries.get(list);
    return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
  }

  /** The entry with this key, or null. */
  public @Nullable Entry entry(String list, String key) {
    Map<String, Entry> found = entries.get(list);
    return found == null ? null : found.get(key);
  }

  /** Ways to read {@code word} (folded) as the first word of something listed, likeliest first. */
  public List<Reading> readings(String word) {
    return form(word).readings();
  }

  /** The form of a folded word, number or sign. */
  public WordForm form(String word) {
    return form(word, 0, word.length());
  }

  /**
   * The form of the word that stands in {@code folded} from {@code start} to before {@code end}.
   * The words of a text mostly repeat those of other texts, so what was found is kept.
   */
  public WordForm form(String folded, int start, int end) {
    long number = WordForm.number(folded, start, end);
    return form(number, slot(number), folded, start, end);
  }

  /**
   * The forms of many words of a text at once, each as {@link #form(String, int, int)} gives it.
   *
   * @param starts where each starts in {@code folded}
   * @param ends where each ends
   * @param size how many there are; the rows may be longer
   */
  public WordForm[] forms(String folded, int[] starts, int[] ends, int size) {
    long[] numbers = new long[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = WordForm.number(folded, starts[i], ends[i]);
    }
    WordForm[] forms = new WordForm[size];
    for (int i = 0; i < size; i++) {
      forms[i] = form(numbers[i], slot(numbers[i]), folded, starts[i], ends[i]);
    }
    return forms;
  }

  private WordForm form(long number, int slot, String folded, int start, int end) {
    WordForm last = remembered(slot, number);
    return last != null && last.is(number, folded, start, end)
        ? last
        : earlierForm(number, slot, folded, start, end);
  }

  /** A form that stands behind the last one of the slots that it shares, or one made anew. */
  private WordForm earlierForm(long number, int slot, String folded, int start, int end) {
    for (int i = slot + 1; i < slot + SHARED; i++) {
      WordForm earlier = remembered(i, number);
      if (earlier != null && earlier.is(number, folded, start, end)) {
        move(slot, i);
        remember(slot, earlier);
        return earlier;
      }
    }
    WordForm found = make(folded.substring(start, end));
    if (end - start <= LONGEST_REMEMBERED) {
      for (int i = slot + SHARED - 1; i > slot; i--) {
        move(i - 1, i);
      }
      remember(slot, found);
    }
    return found;
  }

  /** The form in the slot, where it may be that of the word with the number; else null. */
  private @Nullable WordForm remembered(int slot, long number) {
    return rememberedNumbers[slot] == number ? remembered.getAcquire(slot) : null;
  }

  private void move(int from, int to) {
    WordForm moved = remembered.getAcquire(from);
    if (moved != null) {
      remember(to, moved);
    }
  }

  private void remember(int slot, WordForm form) {
    remembered.setRelease(slot, form);
    rememberedNumbers[slot] = form.number();
  }

  /** The first slot of those that the word shares with others. */
  private static int slot(long number) {
    return (int) (number * SPREAD >>> Long.SIZE - REMEMBERED_BITS) & -SHARED;
  }

  private WordForm make(String word) {
    List<Reading> found = known(word);
    int joint = found.isEmpty() ? runTogether.joint(word) : 0;
    return new WordForm(word, clitics.article(word), found, joint);
  }

  /** The readings of a word, not kept. */
  List<Reading> known(String word) {
    return word.length() > LONGEST_WORD ? List.of() : List.copyOf(read(word));
  }

  private List<Reading> read(String word) {
    List<Reading> found = new ArrayList<>(2);
    Node whole = known(word, 0, word.length());
    if (whole != null) {
      found.add(Reading.of(whole, Clitics.NONE, null));
      if (whole.isWord()) {
        withoutArticle(word, whole, found);
        return found;
      }
    }
    if (word.length() > 2) {
      withoutProclitics(word, found);
      if (found.isEmpty() || !found.getLast().node().isWord()) {
        withoutPronoun(word, found);
      }
    }
    return found;
  }

  /** The node of a word of the text by itself, or null. */
  private @Nullable Node known(String text, int start, int end) {
    return steps.next(root, text, start, end);
  }

  /** The node behind {@code node} for a further word, its article taken off where needed. */
  public @Nullable Node next(Node node, String word, boolean definite) {
    Node child = steps.next(node, word, 0, word.length());
    if (child == null && definite) {
      int article = clitics.article(word);
      return article == 0 ? null : steps.next(node, word, article, word.length());
    }
    return child;
  }

  /** The node behind {@code node} for a further word, its article taken off where needed. */
  public @Nullable Node next(Node node, WordForm word, boolean definite) {
    Node child = node.mayGoOn(word.number()) ? steps.next(node, word, 0) : null;
    int article = child == null && definite ? word.article() : 0;
    return article > 0 && node.mayGoOn(word.bareNumber()) ? steps.next(node, word, article) : child;
  }

  /** Whether the word opens with the letters of the article. */
  boolean opensWithArticle(String word) {
    return clitics.article(word) > 0;
  }

  /**
   * One way to read a word.
   *
   * @param node what is known to start with what remains
   * @param clitics what was taken off
   * @param definite whether the article was
   * @param filter the row of proclitics, which rules out some forms; null for the whole word
   * @param forms what the word alone can be
   */
  public record Reading(
      Node node,
      Clitics clitics,
      boolean definite,
      CliticTable.@Nullable Prefix filter,
      List<Form> forms) {

    static Reading of(Node node, Clitics clitics, CliticTable.@Nullable Prefix filter) {
      return new Reading(
          node, clitics, clitics.isDefinite(), filter, allowed(node.forms, clitics, filter));
    }

    /** The forms of a longer name that may stand behind these clitics. */
    public List<Form> formsOf(Node last) {
      return last == node ? forms : allowed(last.forms, clitics, filter);
    }

    /** Mostly all of them are allowed, and no list is made. */
    private static List<Form> allowed(
        List<Form> forms, Clitics clitics, CliticTable.@Nullable Prefix filter) {
      int first = 0;
      while (first < forms.size() && allows(forms.get(first), clitics, filter)) {
        first++;
      }
      if (first == forms.size()) {
        return forms;
      }
      List<Form> allowed = new ArrayList<>(forms.subList(0, first));
      for (int i = first + 1; i < forms.size(); i++) {
        if (allows(forms.get(i), clitics, filter)) {
          allowed.add(forms.get(i));
        }
      }
      return List.copyOf(allowed);
    }

    private static boolean allows(Form form, Clitics clitics, CliticTable.@Nullable Prefix filter) {
      boolean proclitics = filter == null || filter.allows(form.features());
      return proclitics
          && (!clitics.hasPronoun() || form.entry().inflects())
          && !isOnlyWhole(form.entry());
    }
  }

  /** A place in the tree of word sequences. */
  public static final class Node {
    private final int number;
    private final String word;
    private List<Form> forms = List.of();
    private long followers;
    private long followersAgain;

    /**
     * A node.
     *
     * @param number its own
     * @param word the word that leads to it, where the word's number does not say which it is
     */
    Node(int number, String word) {
      this.number = number;
      this.word = word;
    }

    int number() {
      return number;
    }

    /** Whether the word of the text, which has the number of the word before it, is that word. */
    boolean isBehind(String text, int start, int end) {
      return word.isEmpty() || word.length() == end - start && text.startsWith(word, start);
    }

    /** A quick no: false where no word with this number goes on from here. */
    boolean mayGoOn(long word) {
      return (followers & bit(word)) != 0 && (followersAgain & otherBit(word)) != 0;
    }

    /** The bits of the words that go on from here; several words share one bit. */
    long followers() {
      return followers;
    }

    /** The bit of a word with this number. */
    static long bit(long word) {
      return 1L << (word * SPREAD >>> Long.SIZE - 6);
    }

    /** The same, spread otherwise: where one is shared, the other mostly is not. */
    static long otherBit(long word) {
      return 1L << (word * OTHER_SPREAD >>> Long.SIZE - 6);
    }

    /** A word with this number goes on from here. */
    void goOn(long word) {
      followers |= bit(word);
      followersAgain |= otherBit(word);
    }

    /** Forms that end here. */
    public List<Form> forms() {
      return forms;
    }

    /** Whether something ends here. */
    public boolean isWord() {
      return !forms.isEmpty();
    }

    /** Whether something goes on behind this word. */
    public boolean goesOn() {
      return followers != 0;
    }

    private void add(Form form) {
      if (forms.isEmpty()) {
        forms = new ArrayList<>(1);
      }
      if (!forms.contains(form)) {
        forms.add(form);
      }
    }
  }

  /**
   * A name that is written with the article, such as that of a newspaper, can still be the common
   * noun.
   */
  private void withoutArticle(String word, Node whole, List<Reading> found) {
    if (isOnlyWhole(whole)) {
      return;
    }
    for (CliticTable.Prefix prefix : clitics.prefixes(word)) {
      if (prefix.isArticle() && word.startsWith(prefix.letters())) {
        Node node = known(word, prefix.letters().length(), word.length());
        if (node != null && (node.goesOn() || inflects(node))) {
          found.add(Reading.of(node, prefix.clitics(), prefix));
        }
      }
    }
  }

  private static boolean isOnlyWhole(Node node) {
    for (Form form : node.forms()) {
      if (!isOnlyWhole(form.entry())) {
        return false;
      }
    }
    return true;
  }

  private static boolean inflects(Node node) {
    for (Form form : node.forms()) {
      if (form.entry().inflects()) {
        return true;
      }
    }
    return false;
  }

  private void withoutProclitics(String word, List<Reading> found) {
    for (CliticTable.Prefix prefix : clitics.prefixes(word)) {
      if (word.length() - prefix.letters().length() + prefix.restored().length() < 2
          || !word.startsWith(prefix.letters())) {
        continue;
      }
      Node node = behind(prefix, word);
      if (node != null && (node.goesOn() || prefix.allowsAny(node.forms()))) {
        found.add(Reading.of(node, prefix.clitics(), prefix));
      }
    }
  }

  /** The node of what the proclitics leave of a word that opens with them, or null. */
  private @Nullable Node behind(CliticTable.Prefix prefix, String word) {
    int start = prefix.letters().length();
    if (prefix.restored().isEmpty()) {
      return known(word, start, word.length());
    }
    String whole = prefix.restored() + word.substring(start);
    return known(whole, 0, whole.length());
  }

  private void withoutPronoun(String word, List<Reading> found) {
    for (CliticTable.Suffix suffix : clitics.suffixes()) {
      if (word.length() - suffix.letters().length() < 2 || !word.endsWith(suffix.letters())) {
        continue;
      }
      String host = word.substring(0, word.length() - suffix.letters().length());
      int before = found.size();
      host(host, suffix.key(), null, found);
      for (CliticTable.Prefix prefix : clitics.prefixes(host)) {
        boolean fits = !prefix.clitics().isDefinite() && prefix.restored().isEmpty();
        if (fits
            && host.length() > prefix.letters().length() + 1
            && host.startsWith(prefix.letters())) {
          host(host.substring(prefix.letters().length()), suffix.key(), prefix, found);
        }
      }
      if (found.size() > before) {
        return;
      }
    }
  }

  private void host(
      String host, String pronoun, CliticTable.@Nullable Prefix prefix, List<Reading> found) {
    addHost(host, pronoun, prefix, found);
    for (CliticTable.Join join : clitics.joins()) {
      if (host.endsWith(join.joined())) {
        String free = host.substring(0, host.length() - join.joined().length()) + join.free();
        addHost(free, pronoun, prefix, found);
      }
    }
  }

  private void addHost(
      String word, String pronoun, CliticTable.@Nullable Prefix prefix, List<Reading> found) {
    Node node = known(word, 0, word.length());
    if (node == null || !inflects(node)) {
      return;
    }
    List<String> before = prefix == null ? List.of() : prefix.clitics().before();
    found.add(Reading.of(node, new Clitics(before, pronoun), prefix));
  }

  private void addList(DataFile file) {
    Table table = Table.parse(file);
    if (!table.has("key") || !table.has("arabic") && !table.has("root")) {
      return;
    }
    int listId = listIds.computeIfAbsent(file.name(), k -> listIds.size());
    Map<String, Entry> list = entries.computeIfAbsent(file.name(), k -> new LinkedHashMap<>());
    for (Table.Row row : table.rows()) {
      Entry entry = entry(table, row, listId);
      if (list.put(entry.key(), entry) != null) {
        throw new DataException(
            file.path(), row.line(), "key '" + entry.key() + "' stands twice in this list");
      }
      addForms(table, row, entry);
    }
  }

  private static Entry entry(Table table, Table.Row row, int listId) {
    DataFile file = table.file();
    String key = table.cell(row, "key");
    if (key.isEmpty()) {
      throw new DataException(
          file.path(), row.line(), "no key; expected a Latin name in the first column");
    }
    Map<String, String> attributes = new TreeMap<>();
    for (String column : table.columns()) {
      boolean known =
          List.of("key", "gloss", "arabic", "plural", "root", "masdar", "attrs").contains(column);
      if (!known && !table.cell(row, column).isEmpty()) {
        attributes.put(column, table.cell(row, column));
      }
    }
    for (String pair : table.cell(row, "attrs").split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        attributes.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      } else if (!pair.isBlank() && !pair.strip().equals("-")) {
        throw new DataException(
            file.path(), row.line(), "attribute '" + pair + "'; expected name=value");
      }
    }
    String inflect = table.cell(row, "inflect");
    boolean inflects =
        !table.cell(row, "root").isEmpty() || !inflect.isEmpty() && !inflect.equals("-");
    List<String> spellings = Table.spellings(table.cell(row, "arabic"));
    return new Entry(
        file.name().intern(),
        listId,
        table.cell(row, "key"),
        table.cell(row, "gloss"),
        spellings,
        new Attributes(attributes),
        inflects,
        file.path(),
        row.line());
  }

  private void addForms(Table table, Table.Row row, Entry entry) {
    String code = table.cell(row, "inflect");
    if (!inflector.knowsNounCode(code)) {
      throw new DataException(
          entry.file(),
          entry.line(),
          "inflect '" + code + "'; expected -, n, na, nf, np, adj or a code with +adj");
    }
    for (String spelling : entry.spellings()) {
      if (entry.inflects() && table.cell(row, "root").isEmpty()) {
        inflector
            .noun(spelling, code, Part.NOUN)
            .forEach(g -> add(g.form(), new Form(entry, g.features())));
      } else {
        add(Normalizer.fold(spelling), new Form(entry, Features.AS_LISTED));
      }
    }
    Features plural = Features.nominal(Part.NOUN, Num.PLURAL, Features.Gender.ANY);
    String plurals = table.cell(row, "plural");
    for (String spelling : Table.spellings(plurals.equals(NONE) ? "" : plurals)) {
      add(Normalizer.fold(spelling), new Form(entry, plural));
    }
    String root = table.cell(row, "root");
    if (!root.isEmpty()) {
      addVerb(table, row, entry, root);
    }
  }

  private void addVerb(Table table, Table.Row row, Entry entry, String root) {
    String verbClass = table.cell(row, "class");
    if (!inflector.knowsClass(verbClass)) {
      throw new DataException(
          entry.file(),
          entry.line(),
          "class '" + verbClass + "'; expected one of " + inflector.classes());
    }
    List<String> letters = Blanks.words(Normalizer.fold(root));
    inflector.verb(letters, verbClass, Table.spellings(table.cell(row, "masdar"))).stream()
        .filter(g -> !g.form().equals(NONE))
        .forEach(g -> add(g.form(), new Form(entry, g.features())));
  }

  private void addNamed(Named named) {
    int listId = listIds.computeIfAbsent(named.list(), k -> listIds.size());
    Entry entry =
        new Entry(
            named.list(),
            listId,
            named.key(),
            named.gloss(),
            named.spellings(),
            new Attributes(new TreeMap<>(named.attributes())),
            false,
            named.file(),
            named.line());
    entries.computeIfAbsent(named.list(), k -> new LinkedHashMap<>()).put(named.key(), entry);
    for (String spelling : named.spellings()) {
      add(Normalizer.fold(spelling), new Form(entry, Features.AS_LISTED));
    }
  }

  private void add(String words, Form form) {
    if (words.isBlank()) {
      return;
    }
    Node node = root;
    List<String> all = Words.of(words);
    for (String word : all) {
      node = steps.nextToBe(node, word);
    }
    node.add(form);
    longest.merge(form.entry().list(), all.size(), Math::max);
  }

  /** Whether the list holds words that are only there so that they are never split. */
  public static boolean isOnlyWhole(Entry entry) {
    return entry.list().equals(WHOLE_WORDS);
  }
}

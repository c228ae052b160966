package org.isnad.core.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.isnad.core.lexicon.DataFile;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.party.PartyRegister;
import org.isnad.core.rule.RuleSet;

/**
 * Everything the program knows of the language and the world, parsed from knowledge files.
 * Immutable; build it once and share it.
 */
public final class Knowledge {

  private final List<DataFile> files;
  private final Lexicon lexicon;
  private final PartyRegister parties;
  private final Gazetteer gazetteer;
  private final TreeMap<String, RuleSet> rules = new TreeMap<>();
  private final String version;

  private Knowledge(List<DataFile> files) {
    this.files = files;
    this.parties = PartyRegister.of(files);
    this.gazetteer = Gazetteer.of(files);
    this.lexicon = Lexicon.of(files, names());
    for (DataFile file : files) {
      if (file.isRules()) {
        rules.computeIfAbsent(file.folder(), folder -> RuleSet.of(folder, files));
      }
    }
    this.version = digest(files);
  }

  /**
   * Parses knowledge files.
   *
   * @param files in any order
   * @throws org.isnad.core.lexicon.DataException if one of them cannot be read
   */
  public static Knowledge of(List<DataFile> files) {
    List<DataFile> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(DataFile::path));
    return new Knowledge(List.copyOf(sorted));
  }

  /** All lists and names. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** The register of parties. */
  public PartyRegister parties() {
    return parties;
  }

  /** The gazetteer. */
  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /** The rules of a folder; empty where it has none. */
  public RuleSet rules(String folder) {
    return rules.getOrDefault(folder, new RuleSet(folder, List.of()));
  }

  /** The files, sorted by path. */
  public List<DataFile> files() {
    return files;
  }

  /** SHA-256 over all files, the first 16 hex digits: changes when any of them does. */
  public String version() {
    return version;
  }

  private List<Lexicon.Named> names() {
    List<Lexicon.Named> names = new ArrayList<>(parties.names());
    names.addAll(gazetteer.names());
    return names;
  }

  private static String digest(List<DataFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (DataFile file : files) {
        digest.update(file.path().getBytes(StandardCharsets.UTF_8));
        for (String line : file.lines()) {
          digest.update((byte) '\n');
          digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package org.isnad.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command in the language of {@code man} (man(7)), made of the same
 * descriptions as its help.
 */
final class ManualPage {

  private final CommandLine command;
  private final StringBuilder page = new StringBuilder();

  private ManualPage(CommandLine command) {
    this.command = command;
  }

  /** The page of a command. */
  static String of(CommandLine command) {
    ManualPage manual = new ManualPage(command);
    manual.write();
    return manual.page.toString();
  }

  /** The file of a command, {@code isnad-knowledge-new.1}. */
  static String file(CommandLine command) {
    return name(command) + ".1";
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  private void write() {
    String description = first(command.getCommandSpec().usageMessage().description());
    line(".TH " + name(command).toUpperCase(Locale.ROOT) + " 1 \"\" \"Isnad\" \"Isnad\"");
    line(".SH NAME");
    text(name(command) + " - " + firstSentence(description));
    line(".SH SYNOPSIS");
    text(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
    line(".SH DESCRIPTION");
    text(description);
    arguments();
    commands();
    exitCodes();
    footer();
    parent();
  }

  private void arguments() {
    line(".SH OPTIONS");
    for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
      entry(parameter.paramLabel(), described(parameter));
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
      entry(String.join(", ", option.names()) + label, described(option));
    }
  }

  private static String described(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private void commands() {
    Map<String, CommandLine> commands = command.getSubcommands();
    if (!commands.isEmpty()) {
      line(".SH COMMANDS");
      commands.forEach(
          (name, c) -> entry(name, first(c.getCommandSpec().usageMessage().description())));
    }
  }

  private void exitCodes() {
    Map<String, String> codes = command.getCommandSpec().usageMessage().exitCodeList();
    if (!codes.isEmpty()) {
      line(".SH EXIT STATUS");
      codes.forEach(this::entry);
    }
  }

  private void footer() {
    List<String> lines = List.of(command.getCommandSpec().usageMessage().footer());
    if (lines.stream().anyMatch(l -> !l.isBlank())) {
      line(".SH EXAMPLE");
      line(".nf");
      lines.stream().filter(l -> !l.isBlank()).map(ManualPage::example).forEach(this::text);
      line(".fi");
    }
  }

  private void parent() {
    CommandLine parent = command.getParent();
    if (parent != null) {
      line(".SH SEE ALSO");
      line(".BR " + escaped(name(parent)) + " (1)");
    }
  }

  private static String example(String footer) {
    return footer.strip().replaceFirst("^Example: ", "");
  }

  private void entry(String term, String description) {
    line(".TP");
    line(".B " + escaped(term));
    text(description);
  }

  private void text(String text) {
    String escaped = escaped(Ansi.OFF.string(text));
    line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : String.join(" ", lines);
  }

  private static String firstSentence(String text) {
    int stop = text.indexOf(". ");
    return (stop < 0 ? text : text.substring(0, stop)).replaceFirst("\\.$", "");
  }
}

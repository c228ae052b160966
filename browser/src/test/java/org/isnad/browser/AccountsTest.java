package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Admins manage the accounts of a workspace on the page, with keys alone where they like. */
@Tag("slow")
@ExtendWith(Chromium.class)
class AccountsTest {

  private static final String FRESH = "eleven green doors";
  private static final String SAVED =
      "() => ['Saved', 'حفظ'].includes(document.querySelector('main [role=status]').innerText.trim())";

  /** Name, role and state of every account, as the server has them. */
  private static final String ACCOUNTS =
      """
      () => fetch('/api/v1/users').then((answer) => answer.json()).then((all) => all.items.map(
        (user) => `${user.name} ${user.role} ${user.disabled ? 'out' : 'in'} ${user.tokens.filter((t) => !t.revoked).length}`))""";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void theFirstAccountIsAnAdminsWhoThenHasToSignIn(String language, Browser browser)
      throws IOException {
    try (Workspace workspace = Workspace.empty();
        Visit visit = Visit.of(browser, workspace)) {
      Page page = visit.open("/" + language + "/accounts");
      page.locator("main > button").click();
      assertThat(page.locator("form select option").count()).isEqualTo(1);
      page.locator("form input[type=text]").fill("amina");
      page.locator("form input[type=password]").fill(Workspace.PASSWORD);
      page.locator("form button[type=submit]").click();
      signIn(page, "amina");
      visit.settle();
      assertThat(accounts(page)).containsExactly("amina admin in 0");
      assertThat(visit.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void accountsAreMadeChangedAndKeptOut(String language, Browser browser) throws IOException {
    try (Workspace team = Workspace.team();
        Visit visit = Visit.of(browser, team)) {
      Page page = visit.open("/" + language + "/accounts");
      signIn(page, Workspace.ADMIN);
      visit.settle();
      assertThat(Accessibility.violations(page)).isEmpty();
      page.locator("main > button").click();
      page.locator("form input[type=text]").fill("samir");
      page.locator("form select").selectOption("coder");
      fill(page, FRESH, "not mine");
      page.locator("form button[type=submit]").click();
      page.waitForFunction("() => document.querySelector('main [role=status]').innerText.trim()");
      assertThat(accounts(page)).hasSize(2);
      assertThat(page.locator("form input[type=text]").inputValue()).isEqualTo("samir");
      assertThat(Accessibility.violations(page)).isEmpty();
      assertThat(Accessibility.lost(page)).isEmpty();
      assertThat(Direction.findings(page, language)).isEmpty();
      save(page);
      press(page, "samir", 0);
      page.locator("form select").selectOption("editor");
      save(page);
      press(page, "samir", 1);
      fill(page, "fourteen tall trees", Workspace.PASSWORD);
      save(page);
      press(page, Workspace.READER, 2);
      save(page);
      press(page, "samir", 3);
      page.locator("form input[type=text]").first().fill("weekly export");
      save(page);
      assertThat(page.locator(".notice bdi").innerText()).hasSizeGreaterThan(20);
      assertThat(accounts(page))
          .containsExactlyInAnyOrder(
              Workspace.ADMIN + " admin in 0",
              Workspace.READER + " reader out 0",
              "samir editor in 1");
      assertThat(Accessibility.violations(page)).isEmpty();
      page.locator("details summary").click();
      page.locator("details button").click();
      page.waitForSelector("details .tag.warn");
      assertThat(accounts(page)).contains("samir editor in 0");
      assertThat(visit.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void anAccountIsMadeWithKeysAlone(String language, Browser browser) throws IOException {
    try (Workspace team = Workspace.team();
        Visit visit = Visit.of(browser, team)) {
      Page page = visit.open("/" + language + "/accounts");
      signIn(page, Workspace.ADMIN);
      visit.settle();
      Keyboard keys = new Keyboard(visit);
      keys.tabTo("main > button").press("Enter").press("Escape").press("Enter");
      keys.type("samir")
          .press("Tab")
          .press("Tab")
          .type(FRESH)
          .press("Tab")
          .type(Workspace.PASSWORD);
      keys.press("Enter");
      page.waitForFunction(SAVED);
      visit.settle();
      assertThat(accounts(page)).contains("samir reader in 0");
      assertThat(page.evaluate("() => document.activeElement.matches('main > button')"))
          .as("the focus is where it came from")
          .isEqualTo(true);
      assertThat(keys.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en"})
  void aReaderManagesTheirOwnPasswordAlone(String language, Browser browser) throws IOException {
    try (Workspace team = Workspace.team();
        Visit visit = Visit.of(browser, team)) {
      Page page = visit.open("/" + language + "/accounts");
      signIn(page, Workspace.READER);
      visit.settle();
      assertThat(page.locator("main button, main table").count()).isZero();
      assertThat(page.locator("nav a[href$=accounts]").count()).isZero();
      page = visit.open("/" + language + "/settings");
      fill(page, Workspace.PASSWORD, FRESH);
      page.locator("form button[type=submit]").click();
      page.waitForFunction(SAVED);
      assertThat(Accessibility.violations(page)).isEmpty();
      page.locator(".account button").click();
      signIn(page, Workspace.READER, FRESH);
      page.waitForSelector(".account");
    }
  }

  private static void signIn(Page page, String name) {
    signIn(page, name, Workspace.PASSWORD);
  }

  private static void signIn(Page page, String name, String password) {
    page.locator("input[autocomplete=username]").fill(name);
    page.locator("input[autocomplete=current-password]").fill(password);
    page.locator("main form button").click();
    page.waitForSelector(".account");
  }

  /** The two password fields of a form. */
  private static void fill(Page page, String first, String second) {
    page.locator("form input[type=password]").nth(0).fill(first);
    page.locator("form input[type=password]").nth(1).fill(second);
  }

  private static void press(Page page, String name, int button) {
    page.locator("tbody tr")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
        .locator(".does button")
        .nth(button)
        .click();
  }

  /** Gives the own password and saves. */
  private static void save(Page page) {
    page.locator("form input[autocomplete=current-password]").fill(Workspace.PASSWORD);
    page.locator("form button[type=submit]").click();
    page.waitForFunction(SAVED);
    page.waitForFunction("() => !document.querySelector('main form')");
  }

  private static List<String> accounts(Page page) {
    return Json.list(page.evaluate(ACCOUNTS));
  }
}

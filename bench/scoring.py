"""Counting and comparing for bench/figures: names, values, matches, and intervals by bootstrap over articles."""
import datetime, random, re, unicodedata

RESAMPLES = 2000
SEED = 20260101


def fold(text):
    """Arabic text for comparing: no marks, one alef, one yeh, no article, no punctuation."""
    text = unicodedata.normalize("NFKC", text or "").lower()
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ")
    text = re.sub("[أإآٱ]", "ا", text).replace("ى", "ي").replace("ة", "ه").replace("ؤ", "و").replace("ئ", "ي")
    words = re.sub(r"[^\w\s]", " ", text).split()
    return [re.sub(r"^(وال|بال|كال|فال|لل|ال)(?=..)", "", w) for w in words]


def same_name(a, b):
    """Two thirds of the words of the shorter name stand in the longer; a single word must be nearly all of the other."""
    x, y = set(fold(a)), set(fold(b))
    if not x or not y:
        return False
    small = min(len(x), len(y))
    return x == y or len(x & y) >= -(-2 * small // 3) and (small > 1 or len(x | y) <= 3)


def matched(gold, found, same):
    """(right, found, wanted) of a one-to-one matching, first come first served."""
    left, right = list(gold), 0
    for one in found:
        for other in left:
            if same(other, one):
                left.remove(other)
                right += 1
                break
    return right, len(found), len(gold)


def f1(sums):
    right, found, wanted = sums
    return 2 * right / (found + wanted) if found + wanted else None


def share(sums):
    right, of = sums
    return right / of if of else None


def interval(counts, measure):
    """The 2.5th and 97.5th percentile of the measure over resamples of the articles, with a fixed seed."""
    chance = random.Random(SEED)
    values = []
    for _ in range(RESAMPLES):
        drawn = chance.choices(counts, k=len(counts))
        value = measure([sum(column) for column in zip(*drawn)])
        if value is not None:
            values.append(value)
    values.sort()
    return values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]


class Table:
    """The rows of the accuracy table, and what went wrong."""

    def __init__(self, errors):
        self.rows, self.errors, self.most, self.told = [], [], errors, {}

    def add(self, name, what, counts, measure=f1):
        """A row from one tuple of counts an article."""
        value = measure([sum(column) for column in zip(*counts)]) if counts else None
        if value is None:
            return
        low, high = interval(counts, measure)
        kind = "F1" if measure is f1 else "share"
        wanted = sum(c[-1] for c in counts)
        self.rows.append(f"| {name} | {what} | {len(counts)} | {wanted} | {kind} {value:.2f} | {low:.2f} to {high:.2f} |")

    def wrong(self, name, case, what):
        """Keeps a case of a set that went wrong, up to the number asked for of each set."""
        self.told[name] = self.told.get(name, 0) + 1
        if self.told[name] <= self.most:
            self.errors.append(f"{name} {case}: {what}")

    def markdown(self):
        head = ["| set | measure | articles | items | value | 95% interval |", "|---|---|---|---|---|---|"]
        return "\n".join(head + self.rows)


def value_of(toll):
    """A toll as something to compare: a word, or a pair of bounds."""
    if toll is None or isinstance(toll, str):
        return toll
    return toll.get("min"), toll.get("max")


def day(text):
    return None if text is None else datetime.date.fromisoformat(text)

"""The verifier made wrong on purpose, in one rule at a time: `wrong_verifier.py --mistake NAME`, `--list` for the names.

Each request that is refused for a rule has a signature that is right in itself, or else a verifier without the rule would
refuse it all the same. test_wrong_verifier.py holds the vectors to that.
"""

import argparse
import datetime
import re

import hmac_verifier
from adapter import serve
from hmac_verifier import check_terminator, moment


class Mistake:
    """A function or a value of the right verifier, and what stands in its place."""

    def __init__(self, words, caught_by, **replaced):
        self.words, self.caught_by, self.replaced = words, caught_by, replaced


def anything(*_):
    return None


def rolled_over(text):
    """As calendars do that take the 30th of February for the second of March."""
    if not re.fullmatch(r"\d{8}T\d{6}Z", text, re.ASCII):
        return moment(text)
    first = moment(f"{text[:6]}01{text[8:]}")
    return first + datetime.timedelta(days=int(text[6:8]) - 1)


MISTAKES = {
    "takes-any-date-of-the-scope": Mistake(
        "A key of yesterday works today.", ["refused-scope-of-*"], check_date_of_scope=anything),
    "takes-any-place": Mistake(
        "The scope's region and service are not looked at.",
        ["refused-other-region", "refused-region-*", "refused-availability-zone", "refused-global-region", "refused-service-*",
         "refused-other-service", "refused-presigned-other-region"], check_place=anything),
    "takes-any-end-of-the-scope": Mistake(
        "Whatever stands there.", ["refused-other-terminator", "refused-longer-terminator"], check_terminator=anything),
    "takes-an-end-that-begins-right": Mistake(
        "`startswith`.", ["refused-longer-terminator"],
        check_terminator=lambda end: check_terminator(end[:len("aws4_request")])),
    "needs-no-host": Mistake(
        "It need not be signed.", ["refused-host-not-signed", "refused-presigned-host-not-signed"], check_host=anything),
    "takes-lost-headers-for-empty-ones": Mistake(
        "A signed header that is not there has no value.",
        ["refused-content-type-lost", "refused-custom-header-lost", "refused-presigned-header-lost"], check_sent=anything),
    "takes-every-lifetime": Mistake(
        "Of a presigned request, longer than seven days.", ["refused-presigned-lifetime-too-long"], LONGEST=999999999),
    "takes-the-first-of-two-dates": Mistake(
        "And signs both.", ["refused-date-twice"], only=lambda dates: dates[0]),
    "rolls-dates-over": Mistake(
        "The 30th of February is the second of March.", ["refused-date-that-is-none"], moment=rolled_over),
    "leaves-paths-as-they-are": Mistake(
        "They are not normalised.", ["accepted-double-slash", "accepted-dot-segment", "accepted-two-dots"],
        normalised=lambda path: path),
    "has-a-window-of-fifteen-minutes": Mistake(
        "As STS.", ["refused-5-0?-old", "refused-5-01-ahead", "refused-old-over-midnight", "refused-presigned-not-yet-current"],
        WINDOW=datetime.timedelta(minutes=15)),
    "has-no-clock": Mistake(
        "Every time is the right one.",
        ["refused-[0-9a]*-old", "refused-*-ahead", "refused-old-over-midnight", "refused-presigned-expired*",
         "refused-presigned-not-yet-current"], check_time=anything),
    "needs-no-token": Mistake(
        "Nor looks at one.", ["refused-token-missing", "refused-token-missing-in-query", "refused-token-[!m]*"], check_token=anything),
}


def make(mistake):
    for name, value in mistake.replaced.items():
        setattr(hmac_verifier, name, value)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="A verifier with one mistake.")
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--mistake", choices=MISTAKES, metavar="NAME")
    choice.add_argument("--list", action="store_true")
    chosen = parser.parse_args()
    if chosen.list:
        for label, mistake in MISTAKES.items():
            print(f"{label:36} {mistake.words}")
    else:
        make(MISTAKES[chosen.mistake])
        serve(f"verifier that {chosen.mistake}", "1", "Python", [], hmac_verifier.verify)

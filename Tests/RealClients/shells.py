"""Shells at a terminal of their own, in which a line is typed and completed."""

import os
import pty
import re
import select
import time

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source {share}/bash-completion/completions/doctor"),
    "zsh": (["zsh", "-f", "-i"], "fpath=({share}/zsh/site-functions $fpath); autoload -Uz compinit; compinit -u -D"),
    "fish": (["fish", "--no-config", "-i"], "set -g fish_complete_path {share}/fish/vendor_completions.d"),
}


class Shell:
    """An interactive shell; `place` is its home, in whose `bin` is a doctor that shows its words but completes as it does."""

    def __init__(self, name, share, place, program):
        (place / "bin").mkdir()
        stand_in = place / "bin/doctor"
        stand_in.write_text(
            f"#!/bin/sh\ncase $1 in ---completion) exec '{program}' \"$@\" ;; esac\n"
            "printf WORDS; printf '[%s]' \"$@\"; printf '%s\\n' END\n")
        stand_in.chmod(0o755)
        command, setting = SHELLS[name]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(place)
            os.execvpe(command[0], command, {
                "PATH": f"{place}/bin:{os.environ['PATH']}", "HOME": str(place), "LANG": "C.UTF-8",
                "TERM": "xterm" if name == "fish" else "dumb", "COLUMNS": "200", "LINES": "100"})  # fmt: skip
        self.typed(setting.format(share=share) + "; echo RE''ADY\n", r"READY")

    def typed(self, keys, expected):
        """Types, and waits for what must come; None if it does not."""
        os.write(self.terminal, keys.encode())
        shown, end = "", time.monotonic() + 60
        while time.monotonic() < end:
            if not select.select([self.terminal], [], [], 1)[0]:
                continue
            try:
                new = os.read(self.terminal, 65536)
            except OSError:
                break
            # A terminal that is asked what it is, and where its cursor stands, answers.
            if b"\x1b[c" in new or b"\x1b[0c" in new:
                os.write(self.terminal, b"\x1b[?62c")
            if b"\x1b[6n" in new:
                os.write(self.terminal, b"\x1b[1;1R")
            shown += new.decode(errors="replace")
            if found := re.search(expected, shown):
                return found
        return None

    def completed(self, line):
        """The words of the line after a tab behind it."""
        found = self.typed(line + "\t\n", r"WORDS((?:\[[^]]*\])*)END")
        return re.findall(r"\[([^]]*)\]", found.group(1)) if found else None

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)

"""What was measured, beside what it was measured against."""


class Table:
    HEAD = ("what", "measured", "compared with", "ratio", "goal", "met")

    def __init__(self):
        self._rows = []

    def add(self, what, measured, compared="", ratio="", goal="", met=None):
        verdict = "" if met is None else "yes" if met else "NO"
        row = (what, measured, compared, ratio, goal, verdict)
        self._rows.append(row)
        print("  " + "  ".join(part for part in row if part), flush=True)

    def __str__(self):
        rows = [self.HEAD, *self._rows]
        widths = [max(len(row[i]) for row in rows) for i in range(len(self.HEAD))]
        lines = ["  ".join(part.ljust(width) for part, width in zip(row, widths)).rstrip()
                 for row in rows]
        lines.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join(lines)

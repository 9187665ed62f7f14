"""Our own export, read by pandas and compared cell by cell.

    cargo test -p coderpath --test formats        # writes target/tmp/export.csv and export.json
    somewhere-else/bin/python read_back.py ../../../target/tmp        # pandas==2.2.3 there

It says what differs, and fails where a text was lost.
"""

import csv
import json
import sys

import pandas as pd

folder = sys.argv[1]
said = json.load(open(f"{folder}/export.json", encoding="utf-8"))
with open(f"{folder}/export.csv", encoding="utf-8-sig", newline="") as file:
    exported = list(csv.reader(file))
faults = 0


def compare(program, rows):
    """Every cell against the export, and every title, without its apostrophe, against what was said."""
    global faults
    for line, (ours, theirs) in enumerate(zip(exported, rows, strict=True), 1):
        for column, mine, other in zip(exported[0], ours, theirs, strict=True):
            if mine.replace("\r\n", "\n").replace("\r", "\n") != other.replace("\r\n", "\n").replace("\r", "\n"):
                faults += 1
                print(f"{program}, line {line}, {column}: {mine!r} became {other!r}")
    print(f"{program}: {len(rows)} rows")


for row in exported[1:]:
    text = said[row[-1]]
    if row[1] not in (text, "'" + text):
        faults += 1
        print(f"the export says {row[1]!r} for {text!r}")

frame = pd.read_csv(f"{folder}/export.csv", dtype=str, keep_default_na=False)
compare("pandas, as text", [list(frame.columns), *frame.values.tolist()])
frame = pd.read_csv(f"{folder}/export.csv", keep_default_na=False)
compare("pandas, by default", [list(frame.columns), *frame.astype(str).values.tolist()])

sys.exit(faults > 0)

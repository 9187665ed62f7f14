"""An export, as LibreOffice and pandas read it, compared cell by cell.

`cargo xtask test sheets` runs it; by itself:

    cargo test -p coderpath --test read_back     # writes export.csv and said.json into target/tmp/read-back
    PYTHON xtask/read_back.py target/tmp/read-back DIALOG.fods... --by-default NAME.fods

`said.json` has what each entry says in each column, by the entry's ID. `export.csv`, read by Python's own reader, has to say
that, with at most one apostrophe before it; and every other program has to read what `export.csv` says. Whatever a program
makes of a cell by its nature, and not by a fault of the export, stands in `may_become`. Exits with 1 if a cell differs.
"""

import argparse
import csv
import io
import json
import math
import re
import sys
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd

ID = "Coderpath ID"
DAYS = {"Date completed", "AAPC period due", "AHIMA cycle due"}
AMOUNTS = {"AAPC CEUs", "AHIMA CEUs"}

# What pandas takes for a missing value where it is not told otherwise.
MISSING = {"", "#N/A", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null"}

# What it takes for a number that is none. No spreadsheet does.
INFINITE = {"inf", "Infinity"}

# A whole number that is written again as it was, so that the export leaves it alone.
PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,10}")


class Comparison:
    """What was compared, and what differs."""

    def __init__(self):
        self.cells = 0
        self.differences = []

    def of(self, program, line, column, expected, found, is_same):
        self.cells += 1
        if not is_same:
            self.differences.append(f"{program}, line {line}, {column}: {expected!r} became {found!r}")


def lines(text):
    """A text with all ends of lines alike: a program may write those of its own."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def exported(folder):
    """The header and the rows of the export, by Python's own reader, which changes nothing."""
    text = (folder / "export.csv").read_bytes().decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return header, rows


def compare_export(comparison, said, header, rows):
    """The export against what the entries say."""
    place = header.index(ID)
    names = [row[place].removeprefix("'") for row in rows]
    assert sorted(names) == sorted(said), "an entry is missing, or there twice"
    for line, (name, row) in enumerate(zip(names, rows), 2):
        assert set(said[name]) == set(header)
        for column, cell in zip(header, row, strict=True):
            expected = said[name][column]
            if column in AMOUNTS and expected:
                is_same = Decimal(cell) == Decimal(expected)
            elif column in AMOUNTS | DAYS:
                is_same = cell == expected
            else:
                is_same = cell in (expected, "'" + expected)
            comparison.of("the export", line, column, expected, cell, is_same)


# ----------------------------------------------------------------------------------------------------------------------
# LibreOffice

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"


def text_of(element):
    """The text of a paragraph, with the spaces, tabs and breaks that OpenDocument writes as elements."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == TEXT + "s":
            parts.append(" " * int(child.get(TEXT + "c", "1")))
        elif child.tag == TEXT + "tab":
            parts.append("\t")
        elif child.tag == TEXT + "line-break":
            parts.append("\n")
        else:
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def calc_cells(path):
    """The rows of a flat OpenDocument sheet. A cell is its kind, its value, and its text as a person sees it."""
    table = ElementTree.parse(path).getroot().find(f".//{TABLE}table")
    for row in table.iter(TABLE + "table-row"):
        cells = []
        for cell in row:
            times = int(cell.get(TABLE + "number-columns-repeated", "1"))
            kind = cell.get(OFFICE + "value-type", "empty")
            if cell.get(TABLE + "formula") is not None:
                kind = "formula"
            elif cell.get(CALC + "value-type") == "error":
                kind = "error"
            value = cell.get(OFFICE + "date-value") or cell.get(OFFICE + "value")
            shown = "\n".join(text_of(paragraph) for paragraph in cell.findall(TEXT + "p"))
            cells += [(kind, value, shown)] * times
        yield from [cells] * int(row.get(TABLE + "number-rows-repeated", "1"))


def in_windows_1252(text):
    """What a text in UTF-8 is to a program that takes it for Windows-1252: LibreOffice without its window does, unless it is
    told otherwise; its dialog is right about the encoding."""
    # LibreOffice has letters of its own for the five bytes that stand for none.
    return "".join(bytes([byte]).decode("windows-1252", "ignore") or chr(0xF100 + byte) for byte in text.encode())


def is_same_in_calc(column, cell, found):
    """Whether a cell in LibreOffice is what the export says."""
    kind, value, shown = found
    if cell == "":
        return found == ("empty", None, "")
    if column in DAYS:
        return kind == "date" and value == cell
    if column in AMOUNTS:
        return kind == "float" and Decimal(value) == Decimal(cell)
    if PLAIN_NUMBER.fullmatch(cell):
        # It is a number there, and is seen and saved as it was.
        return kind == "float" and shown == cell
    return kind == "string" and shown == lines(cell)


def compare_calc(comparison, path, header, rows, letters=lambda text: text):
    """A sheet of LibreOffice against the export. `letters` is what becomes of a text by the encoding that it is taken for."""
    # A program that knows UTF-8 passes over the mark.
    titles = [letters("\ufeff").strip("\ufeff") + header[0], *header[1:]]
    sheet = [cells[: len(header)] for cells in calc_cells(path)][: len(rows) + 1]
    program = f"LibreOffice, {path.stem}"
    assert len(sheet) == len(rows) + 1, f"{program}: {len(sheet)} rows and not {len(rows) + 1}"
    for line, (row, cells) in enumerate(zip([titles, *rows], sheet), 1):
        assert len(cells) == len(header), f"{program}, line {line}: {len(cells)} cells"
        for column, cell, found in zip(header, row, cells):
            expected = cell if line == 1 else letters(cell)
            is_same = found == ("string", None, cell) if line == 1 else is_same_in_calc(column, expected, found)
            comparison.of(program, line, column, expected, found, is_same)


# ----------------------------------------------------------------------------------------------------------------------
# pandas


def compare_pandas(comparison, file, header, rows):
    """Both ways of reading a CSV file with pandas against the export."""
    frame = pd.read_csv(file, dtype=str, keep_default_na=False)
    for line, (row, found) in enumerate(zip([header, *rows], [list(frame.columns), *frame.values.tolist()], strict=True), 1):
        for column, cell, other in zip(header, row, found, strict=True):
            comparison.of("pandas, as text", line, column, cell, other, lines(cell) == lines(other))
    # pandas looks at a whole column when it guesses. A sheet of one row is the worst that can befall a cell.
    for line in range(2, len(rows) + 2):
        row = rows[line - 2]
        frame = one_row(file, header, row)
        for column, cell, other in zip(header, row, frame.iloc[0].tolist(), strict=True):
            comparison.of("pandas, by default", line, column, cell, other, may_become(column, cell, other))


def one_row(file, header, row):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, row])
    text.seek(0)
    return pd.read_csv(text)


def may_become(column, cell, found):
    """Whether pandas may make this of a cell where it is told nothing: what it takes for missing is missing, what it takes for
    infinite is infinite, and a plain number is a number of the same value. All else is the same text: index numbers
    that begin with a zero, long ones, and what looks like a truth value, a day or a number with an exponent."""
    if isinstance(found, str):
        return lines(found) == lines(cell)
    if pd.isna(found):
        return cell in MISSING
    if cell in INFINITE:
        return math.isinf(found)
    if column in AMOUNTS or PLAIN_NUMBER.fullmatch(cell):
        return not isinstance(found, bool) and Decimal(str(found)) == Decimal(cell)
    return False


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("sheets", type=Path, nargs="*")
    arguments.add_argument("--by-default", type=Path)
    asked = arguments.parse_args()
    said = json.loads((asked.folder / "said.json").read_text(encoding="utf-8"))
    header, rows = exported(asked.folder)
    comparison = Comparison()
    compare_export(comparison, said, header, rows)
    for path in asked.sheets:
        compare_calc(comparison, path, header, rows)
    if asked.by_default:
        compare_calc(comparison, asked.by_default, header, rows, in_windows_1252)
    compare_pandas(comparison, asked.folder / "export.csv", header, rows)
    for difference in comparison.differences:
        print(difference)
    print(f"{comparison.cells} cells of {len(rows)} entries compared, {len(comparison.differences)} differ")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
